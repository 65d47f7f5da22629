import { unknownPlaceholders } from '../placeholders';
import { refuse } from '../supervision-refusal';
import type { TemplateWish } from '../template-wire';

/** @throws Refusal unknown-placeholder, naming the first one */
export function checkTemplate(wish: Pick<TemplateWish, 'clauses'>): void {
  for (const text of Object.values(wish.clauses)) {
    const [unknown] = unknownPlaceholders(text);
    if (unknown !== undefined) throw refuse('unknown-placeholder', { because: unknown });
  }
}
