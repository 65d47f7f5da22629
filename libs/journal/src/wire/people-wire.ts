import { idText, publicIdentityWire } from '@visavis/sealing-proof';
import * as z from 'zod/mini';

const keysOfPerson = z.extend(publicIdentityWire, { keyId: idText });

/** `GET /api/vault/people`: those with whom a contract is in force. */
export const peopleReply = z.object({
  people: z.array(
    z.object({
      userId: idText,
      name: z.string(),
      /** What the other person is in that contract. */
      role: z.enum(['supervisor', 'coach']),
      /** The newest row; null while they have no vault. */
      keys: z.nullable(keysOfPerson),
      contractId: idText,
    }),
  ),
});
export type PeopleReply = z.output<typeof peopleReply>;
export type PeopleReplyJson = z.input<typeof peopleReply>;
