import { Client } from 'pg';
import { freshDatabase } from '../testing/fresh-database';
import { checkCatalogue } from '../testing/check-catalogue';

describe('the catalogue', () => {
  let superuser: Client;

  beforeAll(async () => {
    const urls = await freshDatabase('catalogue');
    superuser = new Client({ connectionString: urls.superuser });
    await superuser.connect();
  });

  afterAll(() => superuser.end());

  const check = () =>
    checkCatalogue(async (sql, values) => (await superuser.query<Record<string, unknown>>(sql, values)).rows);

  it('keeps the rules that let one schema grow from a laptop to many nodes', async () => {
    expect(await check()).toEqual([]);
  });

  const KEYED = 'practice_id uuid NOT NULL, id uuid NOT NULL';
  const FORM = `practice_id = nullif(current_setting('app.practice_id', true), '')::uuid`;
  const CLOSED = 'ALTER TABLE bad ENABLE ROW LEVEL SECURITY; ALTER TABLE bad FORCE ROW LEVEL SECURITY';
  const SEEN = `${CLOSED}; GRANT SELECT ON bad TO visavis_app`;

  it.each([
    ['bad has no primary key', `CREATE TABLE bad (${KEYED})`],
    ['bad has no practice_id uuid NOT NULL', 'CREATE TABLE bad (id uuid PRIMARY KEY)'],
    ['bad has no practice_id uuid NOT NULL', 'CREATE TABLE bad (practice_id uuid, id uuid PRIMARY KEY)'],
    [
      'bad.practice_id is defaulted or generated',
      `CREATE TABLE bad (practice_id uuid NOT NULL DEFAULT gen_random_uuid(), id uuid, PRIMARY KEY (practice_id, id))`,
    ],
    [
      "bad's primary key does not begin with practice_id",
      `CREATE TABLE bad (${KEYED}, PRIMARY KEY (id, practice_id))`,
    ],
    [
      'bad_slug is unique across practices',
      `CREATE TABLE bad (${KEYED}, slug text, PRIMARY KEY (practice_id, id), CONSTRAINT bad_slug UNIQUE (slug))`,
    ],
    [
      'bad_slug is unique across practices',
      `CREATE TABLE bad (${KEYED}, slug text, PRIMARY KEY (practice_id, id)); CREATE UNIQUE INDEX bad_slug ON bad (lower(slug)) INCLUDE (practice_id)`,
    ],
    [
      'bad_overlap excludes across practices',
      `CREATE TABLE bad (${KEYED}, at tstzrange, PRIMARY KEY (practice_id, id), CONSTRAINT bad_overlap EXCLUDE USING gist (at WITH &&))`,
    ],
    [
      'bad_overlap excludes across practices',
      `CREATE TABLE bad (${KEYED}, at tstzrange, PRIMARY KEY (practice_id, id), CONSTRAINT bad_overlap EXCLUDE USING gist (practice_id WITH <>, at WITH &&))`,
    ],
    [
      'bad_member does not carry practice_id in the same position',
      `CREATE TABLE bad (${KEYED}, PRIMARY KEY (practice_id, id), CONSTRAINT bad_member FOREIGN KEY (id, practice_id) REFERENCES member (practice_id, id))`,
    ],
    [
      'bad_member changes rows by itself',
      `CREATE TABLE bad (${KEYED}, PRIMARY KEY (practice_id, id), CONSTRAINT bad_member FOREIGN KEY (practice_id, id) REFERENCES member (practice_id, id) ON DELETE SET NULL)`,
    ],
    [
      'bad_member changes rows by itself',
      `CREATE TABLE bad (${KEYED}, PRIMARY KEY (practice_id, id), CONSTRAINT bad_member FOREIGN KEY (practice_id, id) REFERENCES member (practice_id, id) ON UPDATE CASCADE)`,
    ],
    [
      'account_practice leads from a global table to a practice',
      'ALTER TABLE account ADD COLUMN home uuid CONSTRAINT account_practice REFERENCES practice (practice_id)',
    ],
    [
      'bad is not closed by forced row-level security',
      `CREATE TABLE bad (${KEYED}, PRIMARY KEY (practice_id, id)); ALTER TABLE bad ENABLE ROW LEVEL SECURITY`,
    ],
    [
      'policy bad_all is for more than one command',
      `CREATE TABLE bad (${KEYED}, PRIMARY KEY (practice_id, id)); ${SEEN}; CREATE POLICY bad_all ON bad TO visavis_app USING (${FORM})`,
    ],
    [
      'policy bad_select is restrictive',
      `CREATE TABLE bad (${KEYED}, PRIMARY KEY (practice_id, id)); ${SEEN}; CREATE POLICY bad_select ON bad AS RESTRICTIVE FOR SELECT TO visavis_app USING (${FORM})`,
    ],
    [
      'policy bad_select is not of the one form',
      `CREATE TABLE bad (${KEYED}, PRIMARY KEY (practice_id, id)); ${SEEN}; CREATE POLICY bad_select ON bad FOR SELECT TO visavis_app USING (practice_id IN (SELECT m.practice_id FROM member m))`,
    ],
    [
      'policy bad_select is not of the one form',
      `CREATE TABLE bad (${KEYED}, PRIMARY KEY (practice_id, id)); ${SEEN}; CREATE POLICY bad_select ON bad FOR SELECT TO visavis_app USING (practice_id = current_setting('app.practice_id')::uuid)`,
    ],
    [
      'policy bad_select is not for visavis_app alone',
      `CREATE TABLE bad (${KEYED}, PRIMARY KEY (practice_id, id)); ${SEEN}; CREATE POLICY bad_select ON bad FOR SELECT USING (${FORM})`,
    ],
    [
      'member SELECT visavis_app has 2 policies',
      `CREATE POLICY member_more ON member FOR SELECT TO visavis_app USING (${FORM})`,
    ],
    ['member DELETE visavis_app is granted without a policy', 'GRANT DELETE ON member TO visavis_app'],
    [
      'function peek sees past the policies and is not listed',
      `CREATE FUNCTION peek() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`,
    ],
    ['function find_account does not fix its search_path', 'ALTER FUNCTION find_account RESET search_path'],
    [
      'function create_practice can be called by visavis_owner visavis_app',
      'GRANT EXECUTE ON FUNCTION create_practice TO visavis_app',
    ],
    [
      'peek can be called by everybody',
      `CREATE FUNCTION peek() RETURNS int LANGUAGE sql AS 'SELECT 1'; GRANT EXECUTE ON FUNCTION peek TO PUBLIC`,
    ],
  ])('would not let this through: %s', async (problem, statements) => {
    await superuser.query('BEGIN');
    try {
      await superuser.query(statements);
      expect(await check()).toContain(problem);
    } finally {
      await superuser.query('ROLLBACK');
    }
  });

  it('would not let the role of the application own anything', async () => {
    await superuser.query('BEGIN');
    try {
      await superuser.query(
        'CREATE TABLE bad (practice_id uuid PRIMARY KEY); ALTER TABLE bad OWNER TO visavis_app',
      );
      expect((await check()).some((problem) => problem.startsWith('visavis_app owns pg_class'))).toBe(true);
    } finally {
      await superuser.query('ROLLBACK');
    }
  });
});
