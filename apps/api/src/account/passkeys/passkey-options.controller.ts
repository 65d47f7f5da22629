import type { PasskeyOptions } from '@visavis/account';
import { Controller, HttpCode, Ip, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '../../http/asking';
import { RateLimits } from '../../http/rate-limits';
import { keepCeremony } from '../session-cookie';
import { BeginAssertion } from './begin-assertion';

@Controller('api/session/passkey')
@OpenToAll()
export class PasskeyOptionsController {
  constructor(
    private readonly beginning: BeginAssertion,
    private readonly limits: RateLimits,
  ) {}

  @Post('options')
  @HttpCode(200)
  async begin(
    @Ip() address: string,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<PasskeyOptions> {
    await this.limits.passkey(address);
    return keepCeremony(response, await this.beginning.begin());
  }
}
