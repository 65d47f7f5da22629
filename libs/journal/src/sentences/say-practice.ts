import type { Language } from '@visavis/kernel';
import type { Emotion, HotToCold } from '../insights/hot-to-cold';
import type { TrialsKept } from '../insights/trials-kept';
import type { WhatBiddingCosts } from '../insights/what-bidding-costs';
import type { WithoutClinging } from '../insights/without-clinging';
import { between, outOf, say, sayMissing, sayMissingOf } from './words';

/** I12, with "reprendre" / "poser" beside each open loop. */
export function sayWithoutClinging(found: WithoutClinging, language: Language): readonly string[] {
  const names = [
    say(language, 'Aucune ou une autre offre', 'No other bid, or one'),
    say(language, 'Deux ou trois autres', 'Two or three others'),
    say(language, 'Quatre ou plus', 'Four or more'),
  ];
  const bands = found.bands.flatMap(({ count, median }, at) =>
    median === null
      ? []
      : [
          say(
            language,
            `${names[at]} : attachement médian ${decimal(median, 'fr')} (${count}).`,
            `${names[at]}: median attachment ${decimal(median, 'en')} (${count}).`,
          ),
        ],
  );
  const { kendall, openLoops } = found;
  const related = kendall
    ? kendall.p >= 0.05
      ? [say(language, 'Rien ne permet de lier les deux.', 'Nothing here links the two.')]
      : kendall.tau < 0
        ? [
            say(
              language,
              'Moins il y a d’offres en cours, plus vous tenez à chacune.',
              'The fewer bids are open, the more you cling to each.',
            ),
          ]
        : [
            say(
              language,
              'Plus il y a d’offres en cours, plus vous tenez à chacune.',
              'The more bids are open, the more you cling to each.',
            ),
          ]
    : [];
  const loops = openLoops.length;
  return [
    ...bands,
    ...related,
    ...sayMissing(found.missing, language),
    ...(loops > 0
      ? [
          say(
            language,
            `Décidées depuis soixante jours et pas encore posées : ${loops}. Reprendre, ou poser.`,
            `Decided sixty days ago and not laid down yet: ${loops}. Take up, or lay down.`,
          ),
        ]
      : []),
  ];
}

/** I13 */
export function sayWhatBiddingCosts(
  { rows, hoursPerWon }: WhatBiddingCosts,
  language: Language,
): readonly string[] {
  const names = {
    won: say(language, 'Retenues', 'Won'),
    lost: say(language, 'Non retenues', 'Lost'),
    no_decision: say(language, 'Sans suite', 'No decision'),
  };
  const shown = rows.flatMap(({ outcome, count, hours, missing }) => {
    const name = names[outcome];
    if (!hours) return sayMissingOf(missing, [`${name} (${count})`, `${name} (${count})`], language);
    const [low, middle, high] = [hours.low, hours.middle, hours.high].map((each) => decimal(each, language));
    return [
      say(
        language,
        `${name} (${count}) : ${middle} h, la moitié entre ${low} et ${high}.`,
        `${name} (${count}): ${middle} h, half of them between ${low} and ${high}.`,
      ),
    ];
  });
  const perWon = hoursPerWon === null ? [] : [decimal(hoursPerWon, language)];
  return [
    ...shown,
    ...perWon.map((hours) =>
      say(language, `Par offre retenue : ${hours} h de réponse.`, `Per bid won: ${hours} h of bidding.`),
    ),
  ];
}

/** I14, in the margin only. */
export function sayHotToCold(found: readonly HotToCold[], language: Language): readonly string[] {
  const names: Record<Emotion, readonly [fr: string, en: string]> = {
    sadness: ['Tristesse', 'Sadness'],
    anger: ['Colère', 'Anger'],
    contempt: ['Mépris ou dépit', 'Contempt or spite'],
    shame: ['Honte', 'Shame'],
    relief: ['Soulagement', 'Relief'],
    joy: ['Joie', 'Joy'],
  };
  const [first] = found;
  if (first && found.every(({ pairs, p }) => p === null && pairs === first.pairs))
    return [
      say(language, `Notées à chaud et à froid : ${first.pairs}.`, `Rated hot and cold: ${first.pairs}.`),
      ...sayMissing(first.missing, language),
    ];
  return found.flatMap(({ emotion, pairs, median, p, missing }) => {
    const [fr, en] = names[emotion];
    if (median === null || p === null)
      return sayMissingOf(missing, [`${fr} (${pairs})`, `${en} (${pairs})`], language);
    const sure = p < 0.05 ? '' : say(language, ' ; rien ne permet de trancher', '; nothing here settles it');
    const change = `${median > 0 ? '+' : ''}${decimal(median, language)}`.replace('-', '−');
    return [
      say(
        language,
        `${fr} : ${change} du chaud au froid (${pairs})${sure}.`,
        `${en}: ${change} from hot to cold (${pairs})${sure}.`,
      ),
    ];
  });
}

/** I15 */
export function sayTrialsKept(
  { done, due, interval, missing }: TrialsKept,
  language: Language,
): readonly string[] {
  const counts = outOf(done, due, language);
  const range = interval ? `, ${between(interval, language)}` : '';
  return [
    say(language, `Essais faits : ${counts}${range}.`, `Trials done: ${counts}${range}.`),
    ...sayMissing(missing, language),
  ];
}

function decimal(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(
    value,
  );
}
