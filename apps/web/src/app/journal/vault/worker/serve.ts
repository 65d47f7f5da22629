import type { Ask, FromWorker, Given, Question, ToWorker } from '../protocol';
import type { Keeping } from './keeping';
import type { Needs } from './needs';
import { refusalFrom } from './refusal-from';

/** As much of a worker's global scope as is used. */
export interface Scope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}

/** Answers every question once. Of a fault nothing goes out but that there was one: its message could quote a text. */
export function serve(scope: Scope, keeping: Keeping, needs: Needs): void {
  scope.onmessage = ({ data }) => {
    if ('met' in data) needs.met(data.met, data.well);
    else void reply(scope, keeping, data);
  };
}

async function reply(scope: Scope, keeping: Keeping, question: Question): Promise<void> {
  const { id } = question;
  try {
    scope.postMessage({ id, answer: await put(keeping, question.ask, question.given) });
  } catch (error) {
    const { reason, details } = refusalFrom(error);
    scope.postMessage({ id, refused: reason, details });
  }
}

function put<A extends Ask>(keeping: Keeping, ask: A, given: unknown): Promise<unknown> {
  return (keeping[ask] as (given: Given<A>) => Promise<unknown>)(given as Given<A>);
}
