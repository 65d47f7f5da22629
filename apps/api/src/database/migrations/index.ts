import { CreatedPractices1795000000001 } from './1-created-practices';
import { CreatedCalendars1795000000002 } from './2-created-calendars';
import { AddedFunctions1795000000003 } from './3-added-functions';
import { AddedLetterFunctions1795000000004 } from './4-added-letter-functions';
import { RecognisedSessions1795000000005 } from './5-recognised-sessions';
import { GaveMembersRoles1795000000006 } from './6-gave-members-roles';
import { AddedSecondFactors1795000000007 } from './7-added-second-factors';
import { AddedPracticeSettings1795000000008 } from './8-added-practice-settings';
import { CreatedContracts1795000000009 } from './9-created-contracts';
import { CreatedSessions1795000000010 } from './10-created-sessions';
import { KeptSeals1795000000011 } from './11-kept-seals';
import { ReadOwnRoles1795000000020 } from './20-read-own-roles';
import { QuickenedSignIns1795000000021 } from './21-quickened-sign-ins';
import { ShowedSessions1795000000022 } from './22-showed-sessions';
import { InvitedPeople1795000000030 } from './30-invited-people';
import { ErasedPeople1795000000031 } from './31-erased-people';
import { ReadTogether1795000000060 } from './60-read-together';
import { ClosedPractices1795000000071 } from './71-closed-practices';
import { OutlivedContracts1795000000080 } from './80-outlived-contracts';
import { ForgotNamesBesideContracts1795000000081 } from './81-forgot-names-beside-contracts';
import { SettledContracts1795000000082 } from './82-settled-contracts';
import { ReadBusyAsColumns1795000000090 } from './90-read-busy-as-columns';
import { CreatedVaults1795000000112 } from './112-created-vaults';
import { KeptVaults1795000000113 } from './113-kept-vaults';
import { WroteInVaults1795000000114 } from './114-wrote-in-vaults';
import { AdmittedFormerMembers1795000000115 } from './115-admitted-former-members';
import { ToldVaultOwners1795000000116 } from './116-told-vault-owners';
import { ErasedLeftVaults1795000000125 } from './125-erased-left-vaults';
import { EnteredWithoutPerson1795000000130 } from './130-entered-without-person';
import { KeptEvidenceDays1795000000140 } from './140-kept-evidence-days';
import { SavedWithoutLook1795000000150 } from './150-saved-without-look';

/** In order; a past migration is never edited once released. */
export const MIGRATIONS = [
  CreatedPractices1795000000001,
  CreatedCalendars1795000000002,
  AddedFunctions1795000000003,
  AddedLetterFunctions1795000000004,
  RecognisedSessions1795000000005,
  GaveMembersRoles1795000000006,
  AddedSecondFactors1795000000007,
  AddedPracticeSettings1795000000008,
  CreatedContracts1795000000009,
  CreatedSessions1795000000010,
  KeptSeals1795000000011,
  ReadOwnRoles1795000000020,
  QuickenedSignIns1795000000021,
  ShowedSessions1795000000022,
  InvitedPeople1795000000030,
  ErasedPeople1795000000031,
  ReadTogether1795000000060,
  ClosedPractices1795000000071,
  OutlivedContracts1795000000080,
  ForgotNamesBesideContracts1795000000081,
  SettledContracts1795000000082,
  ReadBusyAsColumns1795000000090,
  CreatedVaults1795000000112,
  KeptVaults1795000000113,
  WroteInVaults1795000000114,
  AdmittedFormerMembers1795000000115,
  ToldVaultOwners1795000000116,
  ErasedLeftVaults1795000000125,
  EnteredWithoutPerson1795000000130,
  KeptEvidenceDays1795000000140,
  SavedWithoutLook1795000000150,
];
