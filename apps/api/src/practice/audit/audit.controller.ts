import { auditQuery, type AuditQuery, type AuditReply } from '@visavis/practice';
import { Controller, Get, Query } from '@nestjs/common';
import { For, WhoIsAsking, type Asking } from '../../http/asking';
import { ListAudit } from './list-audit';

@Controller('api/audit')
export class AuditController {
  constructor(private readonly listing: ListAudit) {}

  @Get()
  @For('owner')
  list(@WhoIsAsking() asking: Asking, @Query({ schema: auditQuery }) query: AuditQuery): Promise<AuditReply> {
    return this.listing.list(asking, query);
  }
}
