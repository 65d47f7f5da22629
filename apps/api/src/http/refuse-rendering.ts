import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import type { FastifyInstance } from 'fastify';

/**
 * What the API answers is data for `fetch`, files to keep, and nothing that a browser shows by itself: as a frame, a
 * script, a style or an image it is refused, and opened as a page it is saved, not shown. A caller that is no browser
 * does not say what it wants a reply for (`Sec-Fetch-Dest`) and gets it as it is.
 */
export function refuseRendering(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const wanted = request.headers['sec-fetch-dest'];
    const fine = wanted === undefined || wanted === 'empty' || wanted === 'document';
    done(fine || !request.url.startsWith('/api/') ? undefined : new Refusal<GeneralRefusal>('cross-site'));
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    const page = request.headers['sec-fetch-dest'] === 'document' && request.url.startsWith('/api/');
    if (page && !String(reply.getHeader('content-disposition') ?? '').startsWith('attachment'))
      void reply.header('content-disposition', 'attachment; filename="visavis.json"');
    done(null, payload);
  });
}
