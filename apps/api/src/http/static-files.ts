import fastifyStatic from '@fastify/static';
import { LANGUAGES } from '@visavis/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentSecurityPolicy } from './headers';
import { scriptPolicy } from './script-policy';

/** File names of the builds carry a hash of what is inside. */
const FOR_EVER = { maxAge: '365d', immutable: true } as const;
/** Those that have one address for every version are asked for again each time. */
const ANEW = { cacheControl: false } as const;
const SAME_NAME = /\/(service-worker\.js|manifest\.webmanifest|icon[\w-]*\.(svg|png))$/;

/**
 * Serves the built clients: `/public/<lang>/` (assets of the public pages), `/app/<lang>/` (the signed-in
 * client, one document for all of its routes) and `/embed.js`. Source maps and server bundles are not served.
 */
export async function serveClients(server: FastifyInstance, folder: string): Promise<void> {
  const publicFiles = resolve(folder, 'public/browser');
  const webFiles = resolve(folder, 'web/browser');
  const options = {
    index: false as const,
    preCompressed: true,
    dotfiles: 'ignore' as const,
    allowedPath: isAsset,
    ...FOR_EVER,
  };
  await server.register(fastifyStatic, { ...options, root: publicFiles, prefix: '/public/' });
  serveDocuments(server, webFiles);
  serveEmbed(server, resolve(folder, 'public/embed.js'));
}

/** Everything but documents, which are sent with a policy of their own, and source maps. */
function isAsset(path: string): boolean {
  return /\.[a-z0-9]+$/i.test(path) && !path.endsWith('.html') && !path.endsWith('.map');
}

/** Deep links of the signed-in client all open its one document; what names a file is that file. */
function serveDocuments(server: FastifyInstance, webFiles: string): void {
  for (const language of LANGUAGES) {
    const file = join(webFiles, language, 'index.html');
    if (!existsSync(file)) continue;
    const document = readFileSync(file, 'utf8');
    server.get(`/app/${language}`, (_request, reply) => reply.redirect(`/app/${language}/`, 302));
    server.get(`/app/${language}/*`, (request, reply) => {
      const path = request.url.split('?')[0] ?? '';
      const wanted = path.slice('/app/'.length);
      if (!isAsset(wanted)) return sendDocument(reply, document);
      const policy = scriptPolicy(wanted);
      if (policy !== null) void reply.header('content-security-policy', policy);
      if (!SAME_NAME.test(wanted)) return reply.sendFile(wanted, webFiles, FOR_EVER);
      return reply.header('cache-control', 'no-cache').sendFile(wanted, webFiles, ANEW);
    });
  }
}

function sendDocument(reply: FastifyReply, document: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy({ styleNonce: nonce }))
    .header('cache-control', 'no-store')
    .send(document.replaceAll('CSP_NONCE', nonce));
}

/** The script that other sites load: theirs to fetch, so it may cross origins. */
function serveEmbed(server: FastifyInstance, file: string): void {
  if (!existsSync(file)) return;
  const script = readFileSync(file);
  server.get('/embed.js', (_request, reply) =>
    reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', 'public, max-age=3600')
      .send(script),
  );
}
