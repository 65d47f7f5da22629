import type { Language } from '@visavis/kernel';
import type { AskedOrWidened, Group } from '../insights/asked-or-widened';
import type { EnoughToLiveFrom } from '../insights/enough-to-live-from';
import type { PriceOfWidening, Worth } from '../insights/price-of-widening';
import type { ShareOfWon } from '../insights/share-of-won';
import { between, outOf, percent, say, sayMissing, sayMissingOf } from './words';

/** I1 in sentences; so are all charts, for whoever does not see them. */
export function sayShareOfWon(found: ShareOfWon, language: Language): readonly string[] {
  const { won, decided, apart, interval, share, missing } = found;
  const counts = outOf(won, decided, language);
  const range = interval && between(interval, language);
  const first =
    share !== null && range
      ? say(
          language,
          `${counts} : ${percent(share, 'fr')} d’offres retenues, ${range}.`,
          `${counts}: ${percent(share, 'en')} of bids won, ${range}.`,
        )
      : range
        ? say(language, `${counts} : ${range}.`, `${counts}: ${range}.`)
        : `${counts}.`;
  const set = say(
    language,
    `À part : sans suite ${apart.no_decision}, retirées ${apart.withdrawn}, déclinées ${apart.declined}.`,
    `Apart: no decision ${apart.no_decision}, withdrawn ${apart.withdrawn}, declined ${apart.declined}.`,
  );
  return [first, set, ...sayMissing(missing, language)];
}

/** I2: never one number. */
export function sayEnoughToLiveFrom(found: EnoughToLiveFrom, language: Language): readonly string[] {
  if (found.kind === 'too-few')
    return [
      ...sayMissingOf(found.missingDecided, ['Offres décidées', 'Decided bids'], language),
      ...sayMissingOf(
        found.missingOpen,
        ['Offres en cours avec un montant', 'Open bids with a fee'],
        language,
      ),
    ];
  const inTen = (chance: number) => Math.round(chance * 10);
  const [low, high] = [inTen(found.range.low), inTen(found.range.high)];
  const { wanted, open } = found;
  const chances =
    low === high
      ? say(language, `Environ ${low}`, `About ${low}`)
      : say(language, `Entre ${low} et ${high}`, `Between ${low} and ${high}`);
  const own = found.own === null ? [] : [inTen(found.own)];
  return [
    say(
      language,
      `${chances} ${high > 1 ? 'chances' : 'chance'} sur 10 d’atteindre votre montant : offres à gagner, ${wanted} sur ${open} en cours.`,
      `${chances} ${high === 1 ? 'chance' : 'chances'} in 10 of reaching your amount: bids to win, ${wanted} of ${open} open.`,
    ),
    ...own.map((chance) =>
      say(
        language,
        `D’après vos propres pronostics : ${chance} sur 10.`,
        `By your own forecasts: ${chance} in 10.`,
      ),
    ),
  ];
}

/** I5 */
export function sayAskedOrWidened(found: AskedOrWidened, language: Language): readonly string[] {
  const { asked, widened, questioned, compared } = found;
  const of = ({ won, lost }: Group) => outOf(won, won + lost, language);
  const counts = say(
    language,
    `À la lettre : ${of(asked)}. Élargie : ${of(widened)}. Demande questionnée d’abord : ${of(questioned)}.`,
    `As asked: ${of(asked)}. Widened: ${of(widened)}. Brief questioned first: ${of(questioned)}.`,
  );
  const verdicts = {
    undecided: say(language, 'Rien ne permet de trancher.', 'Nothing here settles it.'),
    asked: say(
      language,
      'Répondre à la lettre a plus souvent été choisi.',
      'Answering as asked was chosen more often.',
    ),
    widened: say(language, 'Élargir a plus souvent été choisi.', 'Widening was chosen more often.'),
  };
  return [
    counts,
    ...(compared ? [verdicts[compared.verdict]] : []),
    ...sayMissingOf(found.missingAsked, ['À la lettre', 'As asked'], language),
    ...sayMissingOf(found.missingWidened, ['Élargie', 'Widened'], language),
    say(
      language,
      'La source de la demande et le besoin de gagner votre vie peuvent aussi l’expliquer.',
      'The source of the request and the need to earn a living may explain it too.',
    ),
  ];
}

/** I6 */
export function sayPriceOfWidening(
  { asked, widened }: PriceOfWidening,
  language: Language,
): readonly string[] {
  return [
    ...sayWorth(asked, say(language, 'À la lettre', 'As asked'), language),
    ...sayWorth(widened, say(language, 'Élargie', 'Widened'), language),
  ];
}

function sayWorth(worth: Worth, name: string, language: Language): string[] {
  const { won, lost, held, missed, figures, stated } = worth;
  const [chosen, kept] = [outOf(won, won + lost, language), outOf(held, held + missed, language)];
  const counts = say(
    language,
    `${name} : choisie ${chosen}, mission tenue ${kept}.`,
    `${name}: chosen ${chosen}, mission held ${kept}.`,
  );
  if (figures) {
    const range = between(figures.interval, language);
    return [counts, say(language, `Choisie et tenue : ${range}.`, `Chosen and held: ${range}.`)];
  }
  const believed = stated
    ? [
        say(
          language,
          `Ce que vous croyez : choisie ${percent(stated.chosen, 'fr')}, tenue ${percent(stated.held, 'fr')}, les deux ${percent(stated.both, 'fr')}.`,
          `What you believe: chosen ${percent(stated.chosen, 'en')}, held ${percent(stated.held, 'en')}, both ${percent(stated.both, 'en')}.`,
        ),
      ]
    : [];
  return [
    counts,
    ...believed,
    ...sayMissingOf(worth.missingDecided, [`${name}, offres décidées`, `${name}, decided bids`], language),
    ...sayMissingOf(
      worth.missingFollowed,
      [`${name}, missions suivies`, `${name}, missions followed up`],
      language,
    ),
  ];
}
