/** French spaces that do not break: before ; ! ? % €, before a colon, and inside guillemets. */
export function typesetFrench(text: string): string {
  return text
    .replaceAll(/ ([;!?])/g, '\u202f$1')
    .replaceAll(/ ([:»%€])/g, '\u00a0$1')
    .replaceAll('« ', '«\u00a0')
    .replaceAll(/(\d) (?=\d{3}\b)/g, '$1\u202f')
    .replaceAll("'", '\u2019');
}

/** The same for every text of a table, also those that functions make. */
export function typesetAll<Table>(table: Table): Table {
  if (typeof table === 'string') return typesetFrench(table) as Table;
  if (typeof table === 'function')
    return ((...parameters: unknown[]) => {
      const made: unknown = table(...parameters);
      return typeof made === 'string' ? typesetFrench(made) : made;
    }) as Table;
  if (typeof table !== 'object' || table === null) return table;
  return Object.fromEntries(
    Object.entries(table).map(([name, member]) => [name, typesetAll<unknown>(member)]),
  ) as Table;
}
