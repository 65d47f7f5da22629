import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { SESSION_STRATEGY, type Recognised } from '../http/asking.guard';
import { RecogniseSession } from './recognise-session';
import { SESSION_COOKIE } from './session-token';

/** The session's cookie says who is asking. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, SESSION_STRATEGY) {
  constructor(private readonly sessions: RecogniseSession) {
    super();
  }

  override validate(request: FastifyRequest): Promise<Recognised | null> {
    return this.sessions.recognise(request.cookies[SESSION_COOKIE]);
  }
}
