import type { Language } from '@visavis/kernel';
import type { ForecastSkill } from '../insights/forecast-skill';
import type { Forecasts, ForecastVerdict } from '../insights/forecasts';
import type { MissionsHeld } from '../insights/missions-held';
import { between, outOf, percent, say, sayMissing, sayMissingOf } from './words';

/** I3 */
export function sayForecasts(
  { all, difference, verdict, missing }: Forecasts,
  language: Language,
): readonly string[] {
  const won = all.filter((forecast) => forecast.won).length;
  const counts = say(
    language,
    `Pronostics scellés sur des offres décidées : ${all.length}, dont retenues : ${won}.`,
    `Sealed forecasts on decided bids: ${all.length}, of them won: ${won}.`,
  );
  const apart = percent(Math.abs(difference ?? 0), language);
  const direction =
    difference === null
      ? []
      : [
          difference >= 0
            ? say(
                language,
                `En moyenne au-dessus de ce qui est arrivé, de ${apart}.`,
                `On average above what happened, by ${apart}.`,
              )
            : say(
                language,
                `En moyenne au-dessous de ce qui est arrivé, de ${apart}.`,
                `On average below what happened, by ${apart}.`,
              ),
        ];
  return [
    counts,
    ...direction,
    ...(verdict ? [sayVerdict(verdict, language)] : []),
    ...sayMissing(missing, language),
  ];
}

function sayVerdict(verdict: ForecastVerdict, language: Language): string {
  const words: Record<ForecastVerdict, string> = {
    'too-confident': say(
      language,
      'Vos pronostics sont trop confiants.',
      'Your forecasts are too confident.',
    ),
    'too-cautious': say(language, 'Vos pronostics sont trop prudents.', 'Your forecasts are too cautious.'),
    right: say(
      language,
      'Vos pronostics sont justes, à ce qu’on peut en voir.',
      'Your forecasts are right, as far as can be seen.',
    ),
  };
  return words[verdict];
}

/** I4: the interval first. */
export function sayForecastSkill(found: ForecastSkill, language: Language): readonly string[] {
  const { count, interval, verdict, missing } = found;
  if (verdict === null)
    return [
      say(language, `Pronostics : ${count}.`, `Forecasts: ${count}.`),
      ...sayMissing(missing, language),
    ];
  const verdicts = {
    undecided: say(language, 'On ne peut pas dire.', 'It cannot be said.'),
    better: say(
      language,
      'Vos pronostics valent mieux que votre moyenne.',
      'Your forecasts beat your own average.',
    ),
    worse: say(
      language,
      'Votre moyenne vaut mieux que vos pronostics.',
      'Your own average beats your forecasts.',
    ),
  };
  const range = interval
    ? [
        say(
          language,
          `Gain sur votre moyenne : ${between(interval, 'fr')} (pronostics : ${count}).`,
          `Gain over your average: ${between(interval, 'en')} (forecasts: ${count}).`,
        ),
      ]
    : [];
  return [...range, verdicts[verdict]];
}

/** I11 */
export function sayMissionsHeld(found: MissionsHeld, language: Language): readonly string[] {
  const { followed, unknown, intended, reached, seenByMeAlone, share, interval } = found;
  const effects = outOf(reached, intended, language);
  return [
    say(
      language,
      `Missions suivies : ${followed} ; effets atteints : ${effects}.`,
      `Missions followed up: ${followed}; effects reached: ${effects}.`,
    ),
    ...(seenByMeAlone > 0
      ? [say(language, `Jugé par vous seul : ${seenByMeAlone}.`, `Judged by you alone: ${seenByMeAlone}.`)]
      : []),
    ...(unknown > 0
      ? [
          say(
            language,
            `Gagnées et sans suivi, donc inconnu : ${unknown}.`,
            `Won without follow-up, hence unknown: ${unknown}.`,
          ),
        ]
      : []),
    ...(share !== null && interval
      ? [
          say(
            language,
            `En moyenne ${percent(share, 'fr')} des effets par mission, ${between(interval, 'fr')}.`,
            `On average ${percent(share, 'en')} of the effects per mission, ${between(interval, 'en')}.`,
          ),
        ]
      : []),
    ...sayMissing(found.missing, language),
    ...(found.verdict ? [sayVerdict(found.verdict, language)] : []),
    ...sayMissingOf(found.missingForecasts, ['Pronostics de mission', 'Mission forecasts'], language),
  ];
}
