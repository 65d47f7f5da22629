import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Check } from './check-heads';

/**
 * What the API answers is data for `fetch`, files to keep, and nothing that a browser shows by itself: as a frame, a
 * script, a style or an image it is refused, and opened as a page it is saved, not shown. A caller that is no browser
 * does not say what it wants a reply for (`Sec-Fetch-Dest`) and gets it as it is.
 */
export const refuseRendering: Check = (request) => {
  const wanted = request.headers['sec-fetch-dest'];
  const fine = wanted === undefined || wanted === 'empty' || wanted === 'document';
  return fine || !isOfApi(request) ? null : 'cross-site';
};

export function saveWhatIsOpened(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const page = request.headers['sec-fetch-dest'] === 'document' && isOfApi(request);
    if (page && !String(reply.getHeader('content-disposition') ?? '').startsWith('attachment'))
      void reply.header('content-disposition', 'attachment; filename="visavis.json"');
    done(null, payload);
  });
}

export function isOfApi({ url }: FastifyRequest): boolean {
  return url.startsWith('/api/');
}
