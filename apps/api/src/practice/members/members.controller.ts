import {
  memberChange,
  membersQuery,
  type MemberChange,
  type MemberReply,
  type MembersQuery,
  type MembersReply,
} from '@visavis/practice';
import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { For, WhoIsAsking, type Asking } from '../../http/asking';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { ChangeMember } from './change-member';
import { ListMembers } from './list-members';

@Controller('api/members')
export class MembersController {
  constructor(
    private readonly listing: ListMembers,
    private readonly changing: ChangeMember,
  ) {}

  @Get()
  @For('owner', 'supervisor')
  list(
    @WhoIsAsking() asking: Asking,
    @Query({ schema: membersQuery }) query: MembersQuery,
  ): Promise<MembersReply> {
    return this.listing.list(asking, query);
  }

  @Patch(':id')
  @For('owner')
  change(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Body({ schema: memberChange }) wish: MemberChange,
  ): Promise<MemberReply> {
    return this.changing.change(asking, id, wish);
  }
}
