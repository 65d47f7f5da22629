import {
  declineWish,
  requestChangesWish,
  rescindWish,
  signWish,
  viewWish,
  withdrawWish,
  type ContractReply,
  type DeclineWish,
  type RequestChangesWish,
  type SignWish,
  type ViewWish,
  type WithdrawWish,
} from '@visavis/supervision';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { FreshProof, WhoIsAsking, type Asking } from '../../http/asking';
import { AnswerProposal } from './answer-proposal';
import { EndContract } from './end-contract';
import { SignContract } from './sign-contract';
import { ViewContract } from './view-contract';

/** What is said to a proposal; signing asks for a fresh proof of who one is. */
@Controller('api/contracts/:id')
export class SigningController {
  constructor(
    private readonly viewing: ViewContract,
    private readonly signing: SignContract,
    private readonly answers: AnswerProposal,
    private readonly ends: EndContract,
  ) {}

  @Post('viewed')
  @HttpCode(204)
  view(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: viewWish }) wish: ViewWish,
  ): Promise<void> {
    return this.viewing.view(asking, id, wish);
  }

  @Post('sign')
  @FreshProof()
  @HttpCode(200)
  sign(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: signWish }) wish: SignWish,
    @Req() request: FastifyRequest,
  ): Promise<ContractReply> {
    const userAgent = request.headers['user-agent'] ?? '';
    return this.signing.sign(asking, id, wish, { address: request.ip, userAgent });
  }

  @Post('request-changes')
  @HttpCode(200)
  requestChanges(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: requestChangesWish }) wish: RequestChangesWish,
  ): Promise<ContractReply> {
    return this.answers.requestChanges(asking, id, wish);
  }

  @Post('decline')
  @HttpCode(200)
  decline(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: declineWish }) wish: DeclineWish,
  ): Promise<ContractReply> {
    return this.answers.decline(asking, id, wish);
  }

  @Post('withdraw')
  @HttpCode(200)
  withdraw(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: withdrawWish }) wish: WithdrawWish,
  ): Promise<ContractReply> {
    return this.answers.withdraw(asking, id, wish);
  }

  @Post('rescind')
  @HttpCode(200)
  rescind(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: rescindWish }) _confirmed: unknown,
  ): Promise<ContractReply> {
    return this.ends.rescind(asking, id);
  }
}
