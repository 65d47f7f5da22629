import Fastify from 'fastify';

/** What the product's routes are compared with: the same bytes from memory, nothing else. */
const body = Buffer.from(process.env['BODY'] ?? '', 'base64');
const headers = JSON.parse(process.env['HEADERS'] ?? '{}') as Record<string, string>;
const server = Fastify();
server.get('/', (_request, reply) => reply.headers(headers).send(body));
server.post('/', (_request, reply) => reply.headers(headers).send(body));
await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
