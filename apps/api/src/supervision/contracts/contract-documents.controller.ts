import type { DifferenceReply, EvidenceReply } from '@visavis/supervision';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OwnIdPipe } from '../../http/own-id.pipe';
import { WhoIsAsking, type Asking } from '../../http/asking';
import { SendDocument, type DocumentKind } from './send-document';
import { ShowDifference } from './show-difference';
import { ShowEvidence } from './show-evidence';
import { VersionNumberPipe } from './version-number.pipe';

/** What can be read and kept of a contract: its files, how they differ, and what happened. */
@Controller('api/contracts/:id')
export class ContractDocumentsController {
  constructor(
    private readonly documents: SendDocument,
    private readonly differences: ShowDifference,
    private readonly chains: ShowEvidence,
  ) {}

  @Get('versions/:number/document.pdf')
  frozen(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Param('number', VersionNumberPipe) number: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(asking, id, number, 'document.pdf', reply);
  }

  @Get('versions/:number/sealed.pdf')
  sealed(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Param('number', VersionNumberPipe) number: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(asking, id, number, 'sealed.pdf', reply);
  }

  @Get('versions/:number/canonical.json')
  canonical(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Param('number', VersionNumberPipe) number: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(asking, id, number, 'canonical.json', reply);
  }

  @Get('versions/:number/difference')
  @Header('cache-control', 'no-store')
  difference(
    @WhoIsAsking() asking: Asking,
    @Param('id', OwnIdPipe) id: string,
    @Param('number', VersionNumberPipe) number: number,
  ): Promise<DifferenceReply> {
    return this.differences.show(asking, id, number);
  }

  @Get('evidence')
  @Header('cache-control', 'no-store')
  evidence(@WhoIsAsking() asking: Asking, @Param('id', OwnIdPipe) id: string): Promise<EvidenceReply> {
    return this.chains.show(asking, id);
  }

  private async send(
    asking: Asking,
    id: string,
    number: number,
    kind: DocumentKind,
    reply: FastifyReply,
  ): Promise<void> {
    const { content, type, fileName } = await this.documents.send(asking, id, number, kind);
    await reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .type(type)
      .send(content);
  }
}
