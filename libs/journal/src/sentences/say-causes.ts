import type { Language } from '@visavis/kernel';
import type { ContradictionRow, Nature } from '../insights/contradictions';
import type { FitRatherThanMerit, LocusShares } from '../insights/fit-rather-than-merit';
import type { Compared } from '../insights/asked-or-widened';
import type { HypothesisOfTheYear } from '../insights/hypothesis-of-the-year';
import { LOCI, type Locus } from '../insights/loci';
import type { MyReasonAndTheirs } from '../insights/my-reason-and-theirs';
import type { WhereIPutTheCause } from '../insights/where-i-put-the-cause';
import type { JournalWords } from '../words/journal-words';
import { between, outOf, percent, say, sayMissing, sayMissingOf } from './words';

/** I7: one neutral sentence. */
export function sayWhereIPutTheCause(found: WhereIPutTheCause, words: JournalWords): readonly string[] {
  const { language } = words;
  const { lost, won, verdict } = found;
  const verdicts = {
    undecided: say(
      language,
      'Vous placez la cause à peu près de même après une perte et après un gain.',
      'You put the cause in much the same place after losses and after wins.',
    ),
    'self-serving': say(
      language,
      'Vous vous donnez plus de part dans les gains que dans les pertes : presque tout le monde fait ainsi, ce n’est pas une faute.',
      'You give yourself a larger part in wins than in losses: nearly everybody does, it is no fault.',
    ),
    'self-blaming': say(
      language,
      'Vous vous donnez plus de part dans les pertes que dans les gains.',
      'You give yourself a larger part in losses than in wins.',
    ),
  };
  return [
    ...sayShares(lost, say(language, 'Pertes', 'Losses'), words),
    ...sayShares(won, say(language, 'Gains', 'Wins'), words),
    ...(verdict ? [verdicts[verdict]] : []),
    ...sayMissingOf(found.missingLost, ['Pertes', 'Losses'], language),
    ...sayMissingOf(found.missingWon, ['Gains', 'Wins'], language),
  ];
}

function sayShares(
  { count, shares }: { readonly count: number; readonly shares: Readonly<Record<Locus, number>> | null },
  name: string,
  words: JournalWords,
): string[] {
  if (!shares) return [];
  const { language } = words;
  const parts = LOCI.map((locus) => `${locusWords(locus, words)} ${percent(shares[locus], language)}`);
  return [`${name} (${count})${say(language, ' :', ':')} ${parts.join(', ')}.`];
}

/** I11b */
export function sayFitRatherThanMerit(found: FitRatherThanMerit, words: JournalWords): readonly string[] {
  const { language } = words;
  const { count, shares, trend } = found;
  const named = (some: LocusShares, name: string) => {
    const parts = LOCI.map((locus) => `${locusWords(locus, words)} ${between(some[locus], language)}`);
    return `${name}${say(language, ' :', ':')} ${parts.join(', ')}.`;
  };
  return [
    shares
      ? named(shares, say(language, `Offres (${count})`, `Bids (${count})`))
      : say(language, `Offres : ${count}.`, `Bids: ${count}.`),
    ...sayMissing(found.missing, language),
    ...(trend
      ? [
          named(trend.recent, say(language, 'Douze derniers mois', 'Last twelve months')),
          named(trend.before, say(language, 'Avant', 'Before')),
        ]
      : []),
  ];
}

/** I8 */
export function sayMyReasonAndTheirs(found: MyReasonAndTheirs, language: Language): readonly string[] {
  const { agreed, compared, interval, asked, decided, missing } = found;
  const counts = outOf(agreed, compared, language);
  const range = interval ? `, ${between(interval, language)}` : '';
  return [
    say(language, `La même raison : ${counts}${range}.`, `The same reason: ${counts}${range}.`),
    say(
      language,
      `Je l’ai demandé dans ${asked} cas sur ${decided}.`,
      `I asked in ${asked} cases out of ${decided}.`,
    ),
    ...sayMissing(missing, language),
  ];
}

/** I9 */
export function sayHypothesis(found: HypothesisOfTheYear, language: Language): readonly string[] {
  const { high, low, compared } = found;
  const of = ({ won, lost }: { won: number; lost: number }) => outOf(won, won + lost, language);
  const verdicts: Record<Compared['verdict'], string> = {
    undecided: say(language, 'Rien ne permet de trancher.', 'Nothing here settles it.'),
    asked: say(
      language,
      'Au-dessus du repère, vos offres sont plus souvent choisies.',
      'Above the anchor your bids are chosen more often.',
    ),
    widened: say(
      language,
      'Au-dessous du repère, vos offres sont plus souvent choisies.',
      'Below the anchor your bids are chosen more often.',
    ),
  };
  return [
    say(
      language,
      `Au-dessus du repère : ${of(high)}. Au-dessous : ${of(low)}.`,
      `Above the anchor: ${of(high)}. Below: ${of(low)}.`,
    ),
    ...(compared ? [verdicts[compared.verdict]] : []),
    ...sayMissingOf(found.missingHigh, ['Au-dessus', 'Above'], language),
    ...sayMissingOf(found.missingLow, ['Au-dessous', 'Below'], language),
  ];
}

/** Beside the counts of all other signals. */
export function sayWhyOneHypothesis(language: Language): string {
  return say(
    language,
    'Les autres signaux restent des comptes : à en regarder huit ensemble, on trouve au moins un faux motif plus de huit fois sur dix.',
    'The other signals stay counts: looking at eight together finds at least one false pattern more than eight times in ten.',
  );
}

/** I10 */
export function sayContradictions(rows: readonly ContradictionRow[], language: Language): readonly string[] {
  const names: Record<Nature, string> = {
    sterile: say(language, 'Stérile', 'Sterile'),
    unknown: say(language, 'Trop tôt pour le dire', 'Too early to say'),
    fertile: say(language, 'Fertile', 'Fertile'),
    none: say(language, 'Aucune', 'None'),
  };
  return rows.map(({ nature, won, lost, noDecision, interval, intended, reached }) => {
    const counts = say(
      language,
      `${names[nature]} : retenues ${won}, non retenues ${lost}, sans suite ${noDecision}`,
      `${names[nature]}: won ${won}, lost ${lost}, no decision ${noDecision}`,
    );
    const effects =
      intended > 0
        ? say(
            language,
            `, effets atteints ${outOf(reached, intended, 'fr')}`,
            `, effects reached ${outOf(reached, intended, 'en')}`,
          )
        : '';
    return `${counts}${interval ? `, ${between(interval, language)}` : ''}${effects}.`;
  });
}

function locusWords(locus: Locus, { parts, language }: JournalWords): string {
  const words = parts[`loci.${locus}`]?.toLocaleLowerCase(language) ?? locus;
  return language === 'en' ? words.replace(/^i /, 'I ') : words;
}
