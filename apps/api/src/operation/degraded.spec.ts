import { MINUTE } from '@visavis/kernel';
import { CONFIGURATION, type Configuration } from '../configuration/configuration';
import { aStart, aWish } from '../testing/a-practice';
import { WholeApp } from '../testing/whole-app';
import { noteDegradation, presentDegradations } from './degradations';
import { openOperations } from './open-operations';
import { OperationState } from './operation-state';
import type { OperationsServer } from './operations-server';

describe('the API without a worker', () => {
  let app: WholeApp;
  let operations: OperationsServer;

  beforeAll(async () => {
    app = await WholeApp.start('degraded');
    app.nest.get(OperationState).enter();
    const configuration: Configuration = {
      ...app.nest.get<Configuration>(CONFIGURATION),
      OPERATIONS_PORT: 0,
    };
    operations = await openOperations(app.nest, configuration);
  });
  afterAll(async () => {
    await operations.close();
    await app.stop();
  });

  const readiness = async () => {
    const reply = await fetch(`http://127.0.0.1:${operations.port}/health/ready`);
    return [reply.status, await reply.text()];
  };

  it('takes bookings all the same, says on the operations port what is wrong, and nothing of it to the public', async () => {
    expect(await readiness()).toEqual([200, 'ready']);
    expect((await app.post('/api/public/demo/lea/bookings', aWish(aStart()))).status).toBe(201);
    expect(await readiness()).toEqual([200, 'ready']);

    app.now += 2 * MINUTE;

    expect((await app.post('/api/public/demo/lea/bookings', aWish(aStart()))).status).toBe(201);
    expect(await readiness()).toEqual([200, 'degraded: letters']);
    expect(await app.get('/health/ready')).toMatchObject({ status: 200, text: 'ok' });
    const figures = await (await fetch(`http://127.0.0.1:${operations.port}/metrics`)).text();
    expect(figures).toMatch(/visavis_degraded\{what="letters"\} 1\n/);
  });

  it('names each kind once, until its last cause is gone', () => {
    noteDegradation('chores', true, 'one');
    noteDegradation('chores', true, 'other');
    noteDegradation('chores', false, 'one');
    expect(presentDegradations()).toContain('chores');
    noteDegradation('chores', false, 'other');
    expect(presentDegradations()).not.toContain('chores');
  });
});
