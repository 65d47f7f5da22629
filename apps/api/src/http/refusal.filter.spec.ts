import { Refusal } from '@visavis/kernel';
import { fastify } from 'fastify';
import { replyWith } from './refusal.filter';

describe('what the log says of a refusal', () => {
  /** Lines about one request to `/people/:id` that is answered with this reason. */
  async function logged(reason: 'role-too-low' | 'not-signed-in' | 'not-found', whoTries?: object) {
    const lines: Record<string, unknown>[] = [];
    const stream = { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) };
    const server = fastify({ logger: { level: 'warn', stream } });
    server.get('/people/:id', (request, reply) => {
      Object.assign(request, { whoTries });
      replyWith(new Refusal(reason), null, request, reply);
    });
    await server.inject('/people/a-secret-in-a-path');
    await server.close();
    expect(JSON.stringify(lines)).not.toContain('a-secret');
    return lines.map(({ msg, reason: said, route, accountId, practiceId }) => ({
      msg,
      reason: said,
      route,
      accountId,
      practiceId,
    }));
  }

  it('names who was not allowed what in which practice, by ids and the pattern of the route', async () => {
    const asking = {
      accountId: 'account-1',
      practiceId: 'practice-1',
      memberId: 'member-1',
      roles: ['coach'],
    };
    expect(await logged('role-too-low', asking)).toEqual([
      {
        msg: 'not allowed',
        reason: 'role-too-low',
        route: '/people/:id',
        accountId: 'account-1',
        practiceId: 'practice-1',
      },
    ]);
  });

  it('says that nobody was signed in, and nothing of what is merely not there', async () => {
    expect(await logged('not-signed-in')).toMatchObject([{ accountId: null, practiceId: null }]);
    expect(await logged('not-found')).toEqual([]);
  });
});
