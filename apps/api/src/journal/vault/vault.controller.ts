import {
  changeSlotsWish,
  openVaultWish,
  rotateVaultWish,
  type ChangeSlotsWish,
  type OpenVaultWish,
  type PeopleReplyJson,
  type RotateVaultWish,
  type StartAgainReply,
  type VaultReplyJson,
} from '@visavis/journal';
import { Body, Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { AlsoFormer, FreshProof, WhoIsAsking, type Asking } from '../../http/asking';
import { SealedFloodGuard } from '../sealed-flood.guard';
import { ChangeSlots } from './change-slots';
import { ListPeople } from './list-people';
import { OpenVault } from './open-vault';
import { RotateVault } from './rotate-vault';
import { ShowVault } from './show-vault';
import { StartAgain } from './start-again';

/** One's own vault: the ways in, the generations, and whom one could share with. */
@Controller('api/vault')
@AlsoFormer()
@UseGuards(SealedFloodGuard)
export class VaultController {
  constructor(
    private readonly vault: ShowVault,
    private readonly opening: OpenVault,
    private readonly slots: ChangeSlots,
    private readonly rotating: RotateVault,
    private readonly starting: StartAgain,
    private readonly people: ListPeople,
  ) {}

  @Get()
  show(@WhoIsAsking() asking: Asking): Promise<VaultReplyJson> {
    return this.vault.show(asking);
  }

  @Post()
  open(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: openVaultWish }) wish: OpenVaultWish,
  ): Promise<VaultReplyJson> {
    return this.opening.open(asking, wish);
  }

  @Post('slots')
  @HttpCode(200)
  change(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: changeSlotsWish }) wish: ChangeSlotsWish,
  ): Promise<VaultReplyJson> {
    return this.slots.change(asking, wish);
  }

  @Post('rotation')
  @HttpCode(200)
  rotate(
    @WhoIsAsking() asking: Asking,
    @Body({ schema: rotateVaultWish }) wish: RotateVaultWish,
  ): Promise<VaultReplyJson> {
    return this.rotating.rotate(asking, wish);
  }

  @Post('start-again')
  @HttpCode(200)
  @FreshProof()
  startAgain(@WhoIsAsking() asking: Asking): Promise<StartAgainReply> {
    return this.starting.start(asking);
  }

  @Get('people')
  listPeople(@WhoIsAsking() asking: Asking): Promise<PeopleReplyJson> {
    return this.people.list(asking);
  }
}
