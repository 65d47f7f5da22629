import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '../http/asking';
import { OperationState } from './operation-state';

/** For load balancers: a word each, nothing about the inside. */
@OpenToAll('unlimited')
@Controller('health')
export class HealthController {
  constructor(private readonly state: OperationState) {}

  @Get('live')
  live(): string {
    return 'ok';
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const ready = await this.state.isReady();
    void reply.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return ready ? 'ok' : 'unavailable';
  }
}
