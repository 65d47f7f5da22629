export const ORIGIN = 'https://visavis.example';
export const PASSWORD = 'tilleul-boussole-lanterne';

/** What an operator hands in: an owner in Paris and a supervisor in Montréal. */
export function aNewPractice(slug: string) {
  const common = { password: PASSWORD, introduction: { fr: 'Bonjour', en: 'Hello' } };
  return {
    practice: {
      slug,
      name: `Cabinet ${slug}`,
      country: 'FR',
      allowedOrigins: [`https://www.${slug}.example`],
    },
    supervisors: [
      {
        ...common,
        slug: 'lea',
        name: 'Léa Roche',
        email: `lea@${slug}.example`,
        timeZone: 'Europe/Paris',
        language: 'fr',
        roles: ['owner', 'supervisor'],
      },
      {
        ...common,
        slug: 'sam',
        name: 'Sam Hill',
        email: `sam@${slug}.example`,
        timeZone: 'America/Montreal',
        language: 'en',
        roles: ['supervisor'],
      },
    ],
  };
}

let person = 0;

/** A wish of somebody new each time; the numbers are ones that French telephony keeps for fiction. */
export function aWish(start: string, over: object = {}) {
  person += 1;
  return {
    start,
    firstName: 'Camille',
    lastName: 'Martin',
    email: `camille${person}@visitor.example`,
    phone: `+331990${String(10_000 + person)}`,
    reason: 'take-off',
    consent: true,
    language: 'fr',
    timeZone: 'Europe/Paris',
    ...over,
  };
}

let starts = 0;

/** An offered start of Léa's that no other test of the file has: half-hours of working days from 12 January 2027. */
export function aStart(): string {
  const day = Math.floor(starts / 14);
  const minutes = (starts % 14) * 30;
  starts += 1;
  const date = Date.UTC(2027, 0, 12 + Math.floor((day + 1) / 5) * 7 + ((day + 1) % 5) - 1);
  return new Date(date + 8 * 3_600_000 + minutes * 60_000).toISOString().replace('.000', '');
}
