/** Asks the catalogue; anything that runs SQL will do. */
export type Ask = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Tables that belong to no practice, exactly. */
export const GLOBAL_TABLES = [
  'account',
  'credential',
  'session',
  'one_time_code',
  'practice_address',
  'membership_index',
  'rate_limit',
] as const;

/** Those of them with rows of one person, and the column that says whose. */
const PERSONAL: Readonly<Record<string, string>> = {
  account: 'id',
  credential: 'account_id',
  session: 'account_id',
  one_time_code: 'account_id',
  membership_index: 'account_id',
};

/** Rows of one member, or of several: per command the columns that say whose, beside the practice. */
const SEALED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  vault: { SELECT: ['owner_id'], INSERT: ['owner_id'], UPDATE: ['owner_id'] },
  vault_key: { SELECT: [], INSERT: ['owner_id'] },
  vault_generation: { SELECT: ['owner_id'], INSERT: ['owner_id'] },
  vault_slot: { SELECT: ['owner_id'], INSERT: ['owner_id'], DELETE: ['owner_id'] },
  vault_entry: { SELECT: ['owner_id'], INSERT: ['owner_id'], UPDATE: ['owner_id'] },
  vault_entry_key: { SELECT: ['owner_id'], INSERT: ['owner_id'] },
  vault_revision: { SELECT: ['owner_id', 'readers'], INSERT: ['owner_id'] },
  vault_grant: { SELECT: ['owner_id', 'reader_id'], INSERT: ['owner_id'], DELETE: ['owner_id'] },
  vault_comment: { SELECT: ['owner_id', 'readers'], INSERT: ['author_id'] },
  vault_tombstone: { SELECT: ['owner_id'] },
};

/** Functions that see past the policies, exactly, with the roles that may call them. */
export const DEFINER_FUNCTIONS: Readonly<Record<string, string>> = {
  add_totp: 'visavis_owner',
  begin_ceremony: 'visavis_app',
  broken_evidence: 'visavis_app',
  create_practice: 'visavis_owner',
  delete_entry: 'visavis_app',
  due_contracts: 'visavis_app',
  due_letters: 'visavis_app',
  due_seals: 'visavis_app',
  empty_account: '',
  ended_open_calls: 'visavis_app',
  held_sessions: 'visavis_app',
  end_ceremony: 'visavis_app',
  end_grants: 'visavis_app',
  end_sessions: 'visavis_app',
  erase_account: 'visavis_app',
  erase_contract: 'visavis_app',
  erase_member: 'visavis_app',
  erase_practice: 'visavis_app',
  erase_left_vault: 'visavis_app',
  erase_vault: 'visavis_app',
  erase_vaults_of: '',
  find_account: 'visavis_app',
  former_practices: 'visavis_app',
  find_code: 'visavis_app',
  find_passkey: 'visavis_app',
  find_document: 'visavis_app',
  find_session: 'visavis_app',
  forget_codes: 'visavis_app',
  forget_sessions: 'visavis_app',
  instance_is_empty: 'visavis_app',
  keys_in_force: 'visavis_app',
  left_vaults_to_erase: 'visavis_app',
  letter_figures: 'visavis_app',
  outlived_calls: 'visavis_app',
  outlived_contracts: 'visavis_app',
  past_appointments: 'visavis_app',
  practices_of: 'visavis_app',
  practices_to_erase: 'visavis_app',
  practices_with_old_keys: 'visavis_app',
  remove_contract: '',
  remove_entries: '',
  remove_vault: '',
  renew_own_members: 'visavis_app',
  set_up_instance: 'visavis_app',
  stranded_letters: 'visavis_app',
  unchecked_practices: 'visavis_app',
  unstamped_days: 'visavis_app',
  vault_owners: 'visavis_app',
  vaults_left: 'visavis_app',
  vaults_set_aside: 'visavis_app',
  vaults_to_erase: 'visavis_app',
};

const OURS = `n.nspname = 'public' AND t.relkind IN ('r', 'p') AND t.relname <> 'migration'`;
const TABLES = `pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace`;
const PRACTICE_OWNED = `${OURS} AND t.relname <> ALL ($1)`;

/** Each query answers with the sentences of one rule's breaches; $1 are the global tables. */
const RULES: readonly string[] = [
  `SELECT t.relname || ' has no primary key' AS problem FROM ${TABLES}
   WHERE ${OURS} AND cardinality($1::text[]) > 0 AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)`,

  `SELECT wanted || ' is listed as global and does not exist' AS problem FROM unnest($1::text[]) wanted
   WHERE to_regclass('public.' || wanted) IS NULL`,

  `SELECT t.relname || ' has no practice_id uuid NOT NULL' AS problem FROM ${TABLES}
   WHERE ${PRACTICE_OWNED} AND NOT EXISTS (SELECT 1 FROM pg_attribute a
     WHERE a.attrelid = t.oid AND a.attname = 'practice_id' AND a.attnotnull AND a.atttypid = 'uuid'::regtype)`,

  `SELECT t.relname || '.practice_id is defaulted or generated' AS problem FROM ${TABLES}
   JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'practice_id'
   WHERE ${PRACTICE_OWNED} AND (a.atthasdef OR a.attidentity <> '' OR a.attgenerated <> '')`,

  `SELECT t.relname || '''s primary key does not begin with practice_id' AS problem FROM ${TABLES}
   JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
   WHERE ${PRACTICE_OWNED} AND (SELECT attname FROM pg_attribute WHERE attrelid = t.oid AND attnum = i.indkey[0]) <> 'practice_id'`,

  `SELECT x.relname || ' is unique across practices' AS problem FROM ${TABLES}
   JOIN pg_index i ON i.indrelid = t.oid AND i.indisunique JOIN pg_class x ON x.oid = i.indexrelid
   WHERE ${PRACTICE_OWNED} AND NOT EXISTS (SELECT 1 FROM pg_attribute a
     WHERE a.attrelid = t.oid AND a.attname = 'practice_id' AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1]))`,

  `SELECT c.conname || ' excludes across practices' AS problem FROM ${TABLES}
   JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'x'
   WHERE ${PRACTICE_OWNED} AND NOT EXISTS (
     SELECT 1 FROM generate_subscripts(c.conkey, 1) k
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[k] AND a.attname = 'practice_id'
     JOIN pg_operator o ON o.oid = c.conexclop[k] AND o.oprname = '=')`,

  `SELECT c.conname || ' is longer than 40 characters' AS problem FROM ${TABLES}
   JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype IN ('u', 'x') WHERE ${OURS} AND cardinality($1::text[]) > 0 AND length(c.conname) > 40`,

  `SELECT c.conname || ' is deferrable' AS problem FROM ${TABLES}
   JOIN pg_constraint c ON c.conrelid = t.oid AND c.condeferrable WHERE ${OURS} AND cardinality($1::text[]) > 0`,

  `SELECT c.conname || ' changes rows by itself' AS problem FROM ${TABLES}
   JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f'
   WHERE ${OURS} AND cardinality($1::text[]) > 0 AND (c.confdeltype IN ('n', 'd') OR c.confupdtype <> 'a')`,

  `SELECT c.conname || ' does not carry practice_id in the same position' AS problem FROM ${TABLES}
   JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' JOIN pg_class f ON f.oid = c.confrelid
   WHERE ${PRACTICE_OWNED} AND f.relname <> ALL ($1) AND NOT EXISTS (
     SELECT 1 FROM generate_subscripts(c.conkey, 1) k
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[k] AND a.attname = 'practice_id'
     JOIN pg_attribute b ON b.attrelid = f.oid AND b.attnum = c.confkey[k] AND b.attname = 'practice_id')`,

  `SELECT c.conname || ' leads from a global table to a practice' AS problem FROM ${TABLES}
   JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' JOIN pg_class f ON f.oid = c.confrelid
   WHERE ${OURS} AND t.relname = ANY ($1) AND f.relname <> ALL ($1)`,

  `SELECT t.relname || ' is not closed by forced row-level security' AS problem FROM ${TABLES}
   WHERE ${PRACTICE_OWNED} AND NOT (t.relrowsecurity AND t.relforcerowsecurity)`,

  `SELECT r.rolname || ' may look past policies, or belongs to a role' AS problem FROM pg_roles r
   WHERE r.rolname = 'visavis_app' AND cardinality($1::text[]) > 0
     AND (r.rolbypassrls OR r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR EXISTS (SELECT 1 FROM pg_auth_members WHERE member = r.oid))`,

  `SELECT 'visavis_app owns ' || d.classid::regclass || ' ' || d.objid AS problem FROM pg_shdepend d
   WHERE cardinality($1::text[]) > 0 AND d.deptype = 'o' AND d.refobjid = 'visavis_app'::regrole
     AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))`,

  `SELECT p.proname || ' can be called by everybody' AS problem FROM pg_proc p
   WHERE cardinality($1::text[]) > 0 AND p.pronamespace = 'public'::regnamespace AND has_function_privilege('public', p.oid, 'EXECUTE')
     AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
];

/** What breaks the rules of the schema, a sentence each; empty when it can be spread over many nodes. */
export async function checkCatalogue(ask: Ask): Promise<string[]> {
  const problems: string[] = [];
  for (const rule of RULES) {
    const rows = await ask(rule, [[...GLOBAL_TABLES]]);
    problems.push(...rows.map(({ problem }) => String(problem)));
  }
  problems.push(...(await checkPolicies(ask)), ...(await checkDefiners(ask)));
  return problems.sort();
}

async function checkPolicies(ask: Ask): Promise<string[]> {
  const problems: string[] = [];
  const policies = await ask(
    `SELECT tablename, policyname, permissive, roles::text[] AS roles, cmd, qual, with_check FROM pg_policies WHERE schemaname = 'public'`,
  );
  const seen = new Map<string, number>();
  for (const { tablename, policyname, permissive, roles, cmd, qual, with_check: check } of policies) {
    const table = String(tablename);
    const name = `policy ${String(policyname)}`;
    const column = PERSONAL[table] ?? 'practice_id';
    const setting = table in PERSONAL ? 'app.person_id' : 'app.practice_id';
    const form = whoseRows(isAsked(column, setting), SEALED[table], String(cmd));
    if (permissive !== 'PERMISSIVE') problems.push(`${name} is restrictive`);
    if (String(roles) !== 'visavis_app') problems.push(`${name} is not for visavis_app alone`);
    const wanted = { SELECT: [form, null], INSERT: [null, form], UPDATE: [form, form], DELETE: [form, null] }[
      String(cmd)
    ];
    if (wanted === undefined) problems.push(`${name} is for more than one command`);
    else if (qual !== wanted[0] || check !== wanted[1]) problems.push(`${name} is not of the one form`);
    for (const role of roles as string[])
      seen.set(`${table} ${String(cmd)} ${role}`, (seen.get(`${table} ${String(cmd)} ${role}`) ?? 0) + 1);
  }
  for (const [what, times] of seen) if (times > 1) problems.push(`${what} has ${times} policies`);
  // A privilege without its policy shows nothing, a policy without its privilege is a promise nobody keeps.
  const granted = await ask(
    `SELECT table_name || ' ' || privilege_type || ' visavis_app' AS what FROM information_schema.role_table_grants
     WHERE table_schema = 'public' AND grantee = 'visavis_app' AND table_name <> ALL ($1)`,
    [['practice_address', 'rate_limit']],
  );
  const rights = new Set(granted.map(({ what }) => String(what)));
  for (const right of rights) if (!seen.has(right)) problems.push(`${right} is granted without a policy`);
  for (const what of seen.keys())
    if (!rights.has(what)) problems.push(`${what} has a policy without a grant`);
  return problems;
}

/** As PostgreSQL writes a condition that it has read. */
function isAsked(column: string, setting: string): string {
  const asking = `(NULLIF(current_setting('${setting}'::text, true), ''::text))::uuid`;
  return column === 'readers' ? `(${asking} = ANY (readers))` : `(${column} = ${asking})`;
}

function whoseRows(practice: string, sealed: (typeof SEALED)[string] | undefined, command: string): string {
  const columns = sealed === undefined ? [] : (sealed[command] ?? ['nobody']);
  const members = columns.map((column) => isAsked(column, 'app.member_id'));
  if (members.length === 0) return practice;
  return `(${practice} AND ${members.length > 1 ? `(${members.join(' OR ')})` : members[0]})`;
}

async function checkDefiners(ask: Ask): Promise<string[]> {
  const found = await ask(
    `SELECT p.proname AS name, r.rolname AS owner, p.prosecdef AS definer, coalesce(array_to_string(p.proconfig, ';'), '') AS settings,
       array_to_string(ARRAY(SELECT grantee::regrole::text FROM aclexplode(p.proacl) WHERE privilege_type = 'EXECUTE' AND grantee <> p.proowner), ' ') AS callers
     FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
     WHERE p.pronamespace = 'public'::regnamespace AND (p.prosecdef OR r.rolname = 'visavis_system')
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  );
  const problems: string[] = [];
  for (const { name, owner, definer, settings, callers } of found) {
    const wanted = DEFINER_FUNCTIONS[String(name)];
    if (wanted === undefined)
      problems.push(`function ${String(name)} sees past the policies and is not listed`);
    else if (owner !== 'visavis_system' || definer !== true)
      problems.push(`function ${String(name)} is not a definer function of visavis_system`);
    else if (callers !== wanted)
      problems.push(`function ${String(name)} can be called by ${String(callers)}`);
    if (settings !== 'search_path=public, pg_temp')
      problems.push(`function ${String(name)} does not fix its search_path`);
  }
  const names = found.map(({ name }) => name);
  for (const name of Object.keys(DEFINER_FUNCTIONS))
    if (!names.includes(name)) problems.push(`function ${name} is listed and does not exist`);
  return problems;
}
