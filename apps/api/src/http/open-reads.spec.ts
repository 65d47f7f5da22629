import { OPEN } from '../testing/open-routes';
import { WholeApp } from '../testing/whole-app';

/** Files of the clients, which the router finds by itself, and what load balancers ask. */
const UNCOUNTED = /^GET \/(app\/(fr|en)(\/\*)?|\*|embed\.js)$/;

describe('what everybody may read', () => {
  let app: WholeApp;

  beforeAll(async () => {
    app = await WholeApp.start('open_reads', { RATE_READS_PER_MINUTE: '2' });
  });

  afterAll(() => app.stop());

  const reads = OPEN.filter((route) => route.startsWith('GET ') && !UNCOUNTED.test(route));
  const filled = (path: string) =>
    path
      .replace(':practice', 'demo')
      .replace(':supervisor', 'lea')
      .replaceAll(/:\w+/g, 'x')
      .replace('*', 'nowhere');

  it.each(reads.map((route, index) => [route, `203.0.${index}.1`]))(
    'is read by one caller as often as the limit says: %s; health answers on',
    async (route, address) => {
      const statuses: number[] = [];
      for (let read = 0; read < 3; read++)
        statuses.push((await app.get(filled(route.slice('GET '.length)), { address })).status);
      expect(statuses.map((status) => status === 429)).toEqual([false, false, !route.includes('/health/')]);
    },
  );
});
