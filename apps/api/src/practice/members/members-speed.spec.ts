import { DIRECTIONS, MEMBER_SORTS } from '@visavis/practice';
import { SettingsApp } from '../testing/settings-app';
import { COUNT_MEMBERS, LIST_MEMBERS } from './member.queries';

const PEOPLE = 10_000;
/** Milliseconds of database time for one page and its total. */
const MOST = 50;

describe('the list of ten thousand members', () => {
  let app: SettingsApp;
  let practice: string;
  let sam: string;

  beforeAll(async () => {
    app = await SettingsApp.start('members_speed');
    await app.createPractice('big');
    const [row] = await app.rows<{ practice_id: string; id: string }>(
      `SELECT practice_id, id FROM member WHERE email = 'sam@big.example'`,
    );
    [practice, sam] = [row?.practice_id ?? '', row?.id ?? ''];
    await app.rows(
      `INSERT INTO account (id, email, name, language, created_at)
       SELECT md5('a' || n)::uuid, 'person' || n || '@coach.example', 'Person ' || n, 'fr', now() FROM generate_series(1, $1::int) n`,
      [PEOPLE],
    );
    await app.rows(
      `INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
       SELECT $2, md5('m' || n)::uuid, md5('a' || n)::uuid, '{coach}', 'active', 'Person ' || n,
         'person' || n || '@coach.example', 'fr', now() - n * interval '1 minute' FROM generate_series(1, $1::int) n`,
      [PEOPLE, practice],
    );
    await app.rows(
      `INSERT INTO invitation (practice_id, id, email, name, roles, language, version, state, invited_by, created_at,
         expires_at, accepted_at, member_id)
       SELECT $2, md5('i' || n)::uuid, 'person' || n || '@coach.example', 'Person ' || n, '{coach}', 'fr', 1, 'accepted', $3,
         now(), now(), now(), md5('m' || n)::uuid FROM generate_series(1, $1::int) n`,
      [PEOPLE, practice, sam],
    );
    await app.rows('ANALYZE');
  });
  afterAll(() => app.stop());

  /** The quickest of seven: what the plan costs, not what the machine was busy with. */
  const timeOf = async (text: string, values: unknown[]) => {
    const times: number[] = [];
    for (let round = 1; round <= 7; round++) {
      const [explained] = await app.rows<{ 'QUERY PLAN': { 'Execution Time': number }[] }>(
        `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
        values,
      );
      times.push(explained?.['QUERY PLAN'][0]?.['Execution Time'] ?? Number.POSITIVE_INFINITY);
    }
    return Math.min(...times);
  };

  const cases = MEMBER_SORTS.flatMap((sort) => DIRECTIONS.map((direction) => [sort, direction] as const));
  it.each(cases)(
    'takes at most 50 ms of database time by %s, %s, on its first and last page',
    async (sort, direction) => {
      for (const who of [null, sam])
        for (const pattern of [null, '%person 99%'])
          for (const offset of [0, PEOPLE - 50]) {
            const matches = [practice, 'active', 'coach', pattern, who];
            const time =
              (await timeOf(COUNT_MEMBERS, matches)) +
              (await timeOf(LIST_MEMBERS[sort][direction], [...matches, 50, offset]));
            expect({ who, pattern, offset, time, quick: time <= MOST }).toMatchObject({ quick: true });
          }
    },
  );
});
