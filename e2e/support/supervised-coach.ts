import { agreeContract } from '../../apps/launch/src/demo-contracts.ts';
import { DemoClient } from '../../apps/launch/src/demo-client.ts';
import { DemoLetters } from '../../apps/launch/src/demo-letters.ts';
import type { Supervisor } from './people.ts';
import { runningProduct } from './product.ts';

export interface SupervisedCoach {
  readonly name: string;
  readonly email: string;
  /** Of a session that is signed in. */
  readonly token: string;
  /** The supervisor's: signing proved who it was, which changes the token. */
  readonly supervisorToken: string;
}

/** Somebody with an account and a contract in force with `supervisor`: for journeys that are about what comes after. */
export async function supervisedCoach(supervisor: Supervisor, name: string): Promise<SupervisedCoach> {
  const { url, apiUrl, mailUrl, sessions } = runningProduct();
  const place = { apiUrl, publicUrl: new URL(url).origin };
  const email = `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]+/g, '.')}@coach.example.org`;
  const own = new DemoClient(place).withToken(sessions[supervisor.email] ?? '');
  const { client, id } = await agreeContract(
    place,
    new DemoLetters(mailUrl),
    { client: own, email: supervisor.email },
    { name, email, password: 'roseau passerelle granit brume', signs: true },
  );
  await inForce(client, id);
  return { name, email, token: client.token, supervisorToken: own.token };
}

/** The worker brings a signed contract into force a moment after the last signature. */
async function inForce(client: DemoClient, id: string): Promise<void> {
  for (let left = 60; left > 0; left--) {
    const { state } = (await client.send('GET', `/api/contracts/${id}`)) as { state: string };
    if (state === 'active') return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the contract did not come into force within 30 seconds');
}
