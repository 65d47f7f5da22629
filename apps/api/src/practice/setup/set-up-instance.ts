import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { refuse, slugLike, type SetupReply, type SetupWish } from '@visavis/practice';
import { isTimeZone } from '@visavis/typed-text';
import { Inject, Injectable } from '@nestjs/common';
import { isSupportedCountry } from 'libphonenumber-js';
import { PersonAtTheDoor } from '../../account/person-at-the-door';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { raised, violates } from '../../database/violates';
import { RateLimits } from '../../http/rate-limits';
import { malformed } from '../../http/shape';
import { prepareNewPractice } from '../new-practice';
import { isSetupSecret } from './setup-secret';

/** The first practice of an instance and its owner, by whoever holds the link on the console. Once. */
@Injectable()
export class SetUpInstance {
  constructor(
    private readonly transactions: Transactions,
    private readonly door: PersonAtTheDoor,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws Refusal not-found for a wrong secret, already-set-up, malformed, password-too-common */
  async setUp({ secret, practice, owner }: SetupWish, caller: string): Promise<SetupReply> {
    await this.limits.attempt(caller);
    if (!isSetupSecret(this.configuration.SECRET_KEY, secret)) throw new Refusal<GeneralRefusal>('not-found');
    if (!(await this.isPending())) throw refuse('already-set-up');
    const { country } = practice;
    if (!isSupportedCountry(country)) throw malformed([{ field: 'practice.country', code: 'not-in-list' }]);
    if (!isTimeZone(owner.timeZone))
      throw malformed([{ field: 'owner.timeZone', code: 'invalid-time-zone' }]);
    const prepared = await prepareNewPractice(
      {
        practice: { ...practice, country, allowedOrigins: [] },
        supervisors: [
          {
            ...owner,
            slug: slugLike(owner.name, new Set()),
            roles: ['owner', 'supervisor'],
            introduction: { fr: '', en: '' },
          },
        ],
      },
      (password) => this.door.newPassword(password, 'owner.password'),
    );
    await this.transactions
      .outside('SELECT set_up_instance($1, $2)', [JSON.stringify(prepared), new Date(this.clock.now())])
      .catch((error: unknown) => {
        // Whoever was second of two learns the same as whoever comes a year later.
        throw raised(error, 'already-set-up') || violates(error, 'practice_address_pkey')
          ? refuse('already-set-up')
          : error;
      });
    return { practice: { slug: practice.slug, name: practice.name } };
  }

  /** Whether nobody has an account yet. */
  async isPending(): Promise<boolean> {
    const [row] = await this.transactions.outside<{ empty: boolean }>(
      'SELECT instance_is_empty() AS empty',
      [],
    );
    return row?.empty === true;
  }
}
