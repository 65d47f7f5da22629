import type { INestApplicationContext } from '@nestjs/common';
import { LANGUAGES } from '@visavis/kernel';
import { setupPath } from '@visavis/practice';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { setupSecret } from './setup-secret';
import { SetUpInstance } from './set-up-instance';

/**
 * An instance without any account says on the console where its first practice is made, at every start until it is.
 * Elsewhere than in production the demo or a test makes it, and nothing is said.
 */
export async function announceSetup(
  app: INestApplicationContext,
  say: (line: string) => void,
): Promise<void> {
  const { NODE_ENV, PUBLIC_URL, SECRET_KEY } = app.get<Configuration>(CONFIGURATION);
  if (NODE_ENV !== 'production' || !(await app.get(SetUpInstance).isPending())) return;
  say('No practice exists yet. Open one of these once, and tell nobody:');
  for (const language of LANGUAGES) say(`  ${PUBLIC_URL}${setupPath(language, setupSecret(SECRET_KEY))}`);
}
