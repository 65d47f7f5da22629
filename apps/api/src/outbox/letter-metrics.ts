import { Counter } from 'prom-client';

/** What became of letters in this process since it started. */
export const letterAttempts = new Counter({
  name: 'visavis_letter_attempts_total',
  help: 'Attempts to send a letter, by what came of them',
  labelNames: ['result'] as const,
});

export const deadLetters = new Counter({
  name: 'visavis_dead_letters_total',
  help: 'Letters given up after the last try or because they could not be written',
});
