/** What the server was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A server that answers what it is told to, by method and path; anything else is a broken test. */
export function aServer(
  answers: Record<string, (body: unknown) => readonly [status: number, body?: unknown]>,
): {
  readonly asked: Asked[];
  /** The `Idempotency-Key` of each request, in the order of `asked`. */
  readonly keys: (string | null)[];
} {
  const asked: Asked[] = [];
  const keys: (string | null)[] = [];
  globalThis.fetch = async (path, init = {}) => {
    const question = { method: init.method ?? 'GET', path: String(path), body: bodyOf(init) };
    asked.push(question);
    keys.push(new Headers(init.headers).get('idempotency-key'));
    const answer = answers[`${question.method} ${question.path}`];
    if (!answer)
      throw new Error(`Nobody told the server what to say to ${question.method} ${question.path}.`);
    const [status, body] = answer(question.body);
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  };
  return { asked, keys };
}

/** An error reply, as the API writes it. */
export function problem(status: number, reason: string, more: object = {}): readonly [number, unknown] {
  return [status, { type: `urn:visavis:${reason}`, title: reason, status, reason, ...more }];
}

function bodyOf({ body }: RequestInit): unknown {
  return typeof body === 'string' ? JSON.parse(body) : undefined;
}
