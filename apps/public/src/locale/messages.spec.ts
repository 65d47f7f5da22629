import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** id → French source text, placeholders written as {name}, read from every $localize in the sources. */
function messagesInSources(): Map<string, string> {
  const root = join(__dirname, '..');
  const messages = new Map<string, string>();
  for (const file of globSync('**/*.ts', { cwd: root, exclude: ['**/*.spec.ts'] })) {
    for (const [, id = '', text = ''] of readFileSync(join(root, file), 'utf8').matchAll(
      /\$localize`:@@([\w.-]+):(.*?)`/gs,
    )) {
      messages.set(id, withPlaceholders(unescaped(text)));
    }
  }
  return messages;
}

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function withPlaceholders(text: string): string {
  return text.replace(/\$\{[^}]*\}:(\w+):/g, '{$1}');
}

interface Unit {
  readonly source: string;
  readonly target: string;
}

function unitsOf(xliff: string): Map<string, Unit> {
  const document = new DOMParser().parseFromString(xliff, 'application/xml');
  const read = (unit: Element, name: string) => {
    const element = unit.getElementsByTagName(name)[0];
    element?.querySelectorAll('x').forEach((x) => x.replaceWith(`{${x.getAttribute('id')}}`));
    return element?.textContent ?? '';
  };
  const units = [...document.getElementsByTagName('trans-unit')];
  return new Map(
    units.map((unit) => [unit.id, { source: read(unit, 'source'), target: read(unit, 'target') }]),
  );
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the English translation', () => {
  const sources = messagesInSources();
  const units = unitsOf(readFileSync(join(__dirname, 'messages.en.xlf'), 'utf8'));

  it('has every message of the sources and no other', () => {
    expect(sources.size).toBeGreaterThan(100);
    expect([...units.keys()].sort()).toEqual([...sources.keys()].sort());
  });

  it('was made from the French text as it is now', () => {
    const stale = [...sources].filter(([id, text]) => units.get(id)?.source !== text);
    expect(stale.map(([id]) => id)).toEqual([]);
  });

  it('leaves no target empty: such a unit would silently ship French', () => {
    expect([...units].filter(([, { target }]) => target.trim() === '').map(([id]) => id)).toEqual([]);
  });

  it('uses the same placeholders as the source', () => {
    const bent = [...units].filter(
      ([, { source, target }]) => String(placeholders(source)) !== String(placeholders(target)),
    );
    expect(bent.map(([id]) => id)).toEqual([]);
  });
});
