import { JOURNAL_ROUTES } from './journal-routes';
import { openApiDocument } from './open-api-document';

interface Schema {
  readonly type?: string | string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly contentEncoding?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
}

/** Texts that are neither sealed nor an id nor one of a few words, by name; what they are is public or asked for. */
const KNOWN_TEXTS = [
  'name',
  'ownerName',
  'authorName',
  'suite',
  'schema',
  'next',
  'upTo',
  'remindOn',
  'id',
  'keyId',
];

/** Every text a schema holds, as dotted paths; [] stands for each of a list. */
function leaves(schema: Schema, path: string): { path: string; schema: Schema }[] {
  const { properties = {}, items, anyOf = [], oneOf = [] } = schema;
  const below = [
    ...Object.entries(properties).flatMap(([name, each]) => leaves(each, `${path}.${name}`)),
    ...(items ? leaves(items, `${path}[]`) : []),
    ...[...anyOf, ...oneOf].flatMap((each) => leaves(each, path)),
  ];
  return below.length > 0 ? below : [{ path, schema }];
}

function isOpen({ path, schema }: { path: string; schema: Schema }): boolean {
  const types = [schema.type ?? 'anything'].flat().filter((type) => type !== 'null');
  if (types.join() !== 'string')
    return !types.every((type) => ['integer', 'boolean', 'number'].includes(type));
  const isSealed = schema.contentEncoding === 'base64url';
  const isId = schema.pattern?.startsWith('^[0-9a-f]{8}-') === true;
  const name = path.split('.').at(-1)?.replace('[]', '') ?? '';
  return !isSealed && !isId && schema.enum === undefined && !KNOWN_TEXTS.includes(name);
}

function objectsOf(schema: Schema): Schema[] {
  const { properties = {}, items, anyOf = [], oneOf = [] } = schema;
  const below = [...Object.values(properties), ...(items ? [items] : []), ...anyOf, ...oneOf];
  return [...(schema.properties ? [schema] : []), ...below.flatMap(objectsOf)];
}

describe('the routes of sealed things in the OpenAPI document', () => {
  const { paths = {} } = openApiDocument('https://visavis.example');
  const bodies = Object.entries(JOURNAL_ROUTES).flatMap(([path, methods]) =>
    Object.keys(methods).flatMap((method) => {
      const operation = paths[path]?.[method as 'get'] as unknown as {
        requestBody?: { content: Record<string, { schema: Schema }> };
        responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
      };
      const asked = operation.requestBody?.content['application/json']?.schema;
      const answered = Object.entries(operation.responses).flatMap(([status, { content }]) =>
        status === 'default' ? [] : Object.values(content ?? {}).map(({ schema }) => schema),
      );
      const named = (what: string, schema: Schema) => ({ name: `${method} ${path} ${what}`, what, schema });
      return [
        ...(asked ? [named('asks', asked)] : []),
        ...answered.map((schema) => named('answers', schema)),
      ];
    }),
  );

  it('accept and answer no plaintext: every text is sealed, an id, one of a few words, or known by name', () => {
    expect(bodies.length).toBeGreaterThan(20);
    const open = bodies.flatMap(({ name, schema }) => leaves(schema, name).filter(isOpen));
    expect(open.map(({ path }) => path)).toEqual([]);
    const sealed = bodies.flatMap(({ name, schema }) => leaves(schema, name));
    expect(sealed.filter(({ path }) => path.endsWith('.ciphertext')).length).toBeGreaterThan(5);
    for (const { path, schema } of sealed.filter((leaf) => /\.(ciphertext|wrapped|nonce)$/.test(leaf.path)))
      expect([path, schema.contentEncoding]).toEqual([path, 'base64url']);
  });

  it('would be caught if one did', () => {
    const plain = { type: 'string' };
    expect(isOpen({ path: 'post /api/vault asks.title', schema: plain })).toBe(true);
    expect(isOpen({ path: 'post /api/vault asks.ciphertext', schema: plain })).toBe(true);
    expect(isOpen({ path: 'post /api/vault asks.anything', schema: {} })).toBe(true);
    expect(isOpen({ path: 'get /api/vault answers.note', schema: { type: ['string', 'null'] } })).toBe(true);
  });

  it('accept nothing beside what they name', () => {
    const asked = bodies.filter(({ what }) => what === 'asks');
    expect(asked).toHaveLength(8);
    for (const { name, schema } of asked)
      for (const object of objectsOf(schema))
        expect([name, object.additionalProperties]).toEqual([name, false]);
  });
});
