import type { ContractLettersReply } from '@visavis/supervision';
import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { For, WhoIsAsking, type Asking } from '../../http/asking';
import { ContractLetters } from './contract-letters';

/** What was written to the parties of a contract. */
@Controller('api/contracts/:id/letters')
export class ContractLettersController {
  constructor(private readonly letters: ContractLetters) {}

  @Get()
  @Header('cache-control', 'no-store')
  list(@WhoIsAsking() asking: Asking, @Param('id', OwnIdPipe) id: string): Promise<ContractLettersReply> {
    return this.letters.list(asking, id);
  }

  @Post(':letterId/send-again')
  @For('owner', 'supervisor')
  @HttpCode(200)
  sendAgain(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Param('letterId', OwnIdPipe) letterId: string,
  ): Promise<ContractLettersReply> {
    return this.letters.sendAgain(asking, id, letterId);
  }
}
