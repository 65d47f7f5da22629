import { bookCall, callAddress, changeCall } from './booking-client';

const answering = (answer: () => Promise<Response> | Response) => {
  const calls: { address: string; init: RequestInit }[] = [];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    calls.push({ address, init });
    return answer();
  }) as typeof fetch;
  return calls;
};

describe('the booking client', () => {
  const before = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = before;
  });

  it('posts JSON with the key of the form to the supervisor’s bookings', async () => {
    const calls = answering(() => Response.json({ id: '1' }, { status: 201 }));
    expect(await bookCall('lumen', 'claire', { firstName: 'Noé' }, 'key-1')).toEqual({
      kind: 'done',
      value: { id: '1' },
    });
    expect(calls[0]?.address).toBe('/api/public/lumen/claire/bookings');
    expect(calls[0]?.init.headers).toEqual({
      'content-type': 'application/json',
      'idempotency-key': 'key-1',
    });
    expect(calls[0]?.init.body).toBe('{"firstName":"Noé"}');
  });

  it('hands back the problem of a refusal', async () => {
    const problem = {
      type: 'urn:visavis:time-just-taken',
      title: '',
      status: 409,
      reason: 'time-just-taken',
      alternatives: [1],
    };
    answering(() => Response.json(problem, { status: 409 }));
    expect(await bookCall('lumen', 'claire', {}, null)).toEqual({ kind: 'refused', problem });
  });

  it('takes no network and answers that are not JSON for silence', async () => {
    answering(() => Promise.reject(new TypeError('network')));
    expect(await bookCall('lumen', 'claire', {}, null)).toEqual({ kind: 'unreachable' });
    answering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await bookCall('lumen', 'claire', {}, null)).toEqual({ kind: 'unreachable' });
  });

  it('finds the API’s address of a call in the address of its page, in either language', async () => {
    expect(callAddress('/en/m/lumen/42/s3cret')).toBe('/api/public/lumen/calls/42/s3cret');
    const calls = answering(() => new Response(null, { status: 204 }));
    expect(await changeCall('/fr/m/lumen/42/s3cret', 'erase', {})).toEqual({
      kind: 'done',
      value: undefined,
    });
    expect(calls[0]?.address).toBe('/api/public/lumen/calls/42/s3cret/erase');
  });
});
