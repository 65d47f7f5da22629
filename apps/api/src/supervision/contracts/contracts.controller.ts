import {
  commentWish,
  contractsQuery,
  createContractWish,
  draftWish,
  proposeWish,
  type CommentWish,
  type ContractReply,
  type ContractsQuery,
  type ContractsReply,
  type CreateContractWish,
  type DraftWish,
  type ProposeWish,
} from '@visavis/supervision';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { For, WhoIsAsking, type Asking, type SupervisorAsking } from '../../http/asking';
import { CommentOnContract } from './comment-on-contract';
import { CreateContract } from './create-contract';
import { ListContracts } from './list-contracts';
import { ProposeContract } from './propose-contract';
import { SaveDraft } from './save-draft';
import { ShowContract } from './show-contract';

/** Contracts at a glance, and their way to a proposal. */
@Controller('api/contracts')
export class ContractsController {
  constructor(
    private readonly contracts: ListContracts,
    private readonly contract: ShowContract,
    private readonly creating: CreateContract,
    private readonly drafts: SaveDraft,
    private readonly proposing: ProposeContract,
    private readonly comments: CommentOnContract,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  list(
    @WhoIsAsking() asking: Asking,
    @Query({ schema: contractsQuery }) query: ContractsQuery,
  ): Promise<ContractsReply> {
    return this.contracts.list(asking, query);
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  show(@WhoIsAsking() asking: Asking, @Param('id', OwnIdPipe) id: string): Promise<ContractReply> {
    return this.contract.show(asking, id);
  }

  @Post()
  @For('supervisor')
  create(
    @WhoIsAsking() asking: SupervisorAsking,
    @Body({ schema: createContractWish }) wish: CreateContractWish,
  ): Promise<ContractReply> {
    return this.creating.create(asking, wish);
  }

  @Put(':id/draft')
  save(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: draftWish }) wish: DraftWish,
  ): Promise<ContractReply> {
    return this.drafts.save(asking, id, wish);
  }

  @Post(':id/propose')
  @HttpCode(200)
  propose(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: proposeWish }) wish: ProposeWish,
  ): Promise<ContractReply> {
    return this.proposing.propose(asking, id, wish);
  }

  @Post(':id/comments')
  comment(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: commentWish }) wish: CommentWish,
  ): Promise<ContractReply> {
    return this.comments.comment(asking, id, wish);
  }
}
