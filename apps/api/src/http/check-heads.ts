import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What is refused by the head of a request alone; null when nothing is wrong with it. */
export type Check = (request: FastifyRequest) => GeneralRefusal | null;

/** One hook for all of them: each hook of its own costs a request more than most checks. */
export function checkHeads(server: FastifyInstance, checks: readonly Check[]): void {
  server.addHook('onRequest', (request, _reply, done) => {
    for (const check of checks) {
      const reason = check(request);
      if (reason !== null) return done(new Refusal(reason));
    }
    done();
  });
}
