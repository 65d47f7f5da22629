/**
 * Statements that close a practice-owned table: one permissive policy per command, by practice only
 * (no subqueries, never RESTRICTIVE: shards would receive it as permissive), FORCE so that the owner is
 * held to it as well, and exactly the named privileges for the application's role.
 */
export function closeByPractice(table: string, commands: readonly Command[]): string[] {
  return close(table, commands, `practice_id = ${setting('app.practice_id')}`);
}

/** The same for a global table with personal rows: `column` must be the person who is asking. */
export function closeByPerson(table: string, column: string, commands: readonly Command[]): string[] {
  return close(table, commands, `${column} = ${setting('app.person_id')}`);
}

/** Columns that name the member who must be asking: one id, or with `readers` any of several. */
export type Whose = readonly string[];

/**
 * The same for rows of one member of a practice: per command, whoever is named by one of the columns.
 *
 * @param closing false when the table was closed already and gains a command
 */
export function closeByMember(
  table: string,
  commands: Readonly<Partial<Record<Command, Whose>>>,
  closing = true,
): string[] {
  const wall = closing
    ? [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`]
    : [];
  const statements = Object.entries(commands).flatMap(([command, whose]) => {
    const condition = `practice_id = ${setting('app.practice_id')} AND (${whose.map(isAsking).join(' OR ')})`;
    return [
      policyFor(table, command as Command, condition),
      `GRANT ${command.toUpperCase()} ON ${table} TO visavis_app`,
    ];
  });
  return [...wall, ...statements];
}

function isAsking(column: string): string {
  const member = setting('app.member_id');
  return column === 'readers' ? `${member} = ANY (readers)` : `${column} = ${member}`;
}

export type Command = 'select' | 'insert' | 'update' | 'delete';

/** After the first transaction of a connection an unset value is '' and a bare cast would raise. */
function setting(name: string): string {
  return `nullif(current_setting('${name}', true), '')::uuid`;
}

function close(table: string, commands: readonly Command[], condition: string): string[] {
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    ...commands.map((command) => policyFor(table, command, condition)),
    `GRANT ${commands.join(', ').toUpperCase()} ON ${table} TO visavis_app`,
  ];
}

function policyFor(table: string, command: Command, condition: string): string {
  const using = command === 'insert' ? '' : ` USING (${condition})`;
  const check = command === 'insert' || command === 'update' ? ` WITH CHECK (${condition})` : '';
  return `CREATE POLICY ${table}_${command} ON ${table} FOR ${command.toUpperCase()} TO visavis_app${using}${check}`;
}
