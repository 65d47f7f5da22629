import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { totpCode, totpLeft } from './totp-code.ts';

/** What the page tells of a demo account. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly roles: readonly string[];
  /** Null for who signs in with the password alone. */
  readonly totpSecret: string | null;
}

export interface DemoPage {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A page on the loopback interface that stands in for the authenticators of the demo accounts: supervisors cannot
 * sign in without one, and nobody has theirs. Never started in production.
 */
export async function openDemoPage(port: number, accounts: readonly DemoAccount[]): Promise<DemoPage> {
  const server = createServer((request, response) => {
    // Another site could point a name of its own at this address; it must not read the page.
    if (!/^(localhost|127\.0\.0\.1|\[::1\]):\d+$/.test(request.headers.host ?? '')) {
      response.writeHead(403).end();
      return;
    }
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      })
      .end(demoPageHtml(accounts, Date.now()));
  });
  server.listen({ port, host: '127.0.0.1' });
  await once(server, 'listening');
  return { url: `http://localhost:${port}/`, stop: () => close(server) };
}

/** It comes again by itself when the codes do. */
export function demoPageHtml(accounts: readonly DemoAccount[], now: number): string {
  const seconds = Math.ceil(totpLeft(now) / 1000);
  const rows = accounts.map(({ email, password, roles, totpSecret }) => {
    const code = totpSecret === null ? '–' : totpCode(totpSecret, now);
    return `<tr><td>${escape(email)}</td><td><code>${escape(password)}</code></td><td><code class="code">${code}</code></td><td>${escape(roles.join(', '))}</td></tr>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="${seconds}">
<meta name="viewport" content="width=device-width"><title>Visavis: demo accounts</title>
<style>body{font:17px/1.5 Georgia,serif;background:#f7f3ec;color:#23302f;margin:2rem auto;max-width:56rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #d9d2c5}
.code{font-size:1.4rem;letter-spacing:.15em}.left{height:6px;background:#1c5a5e;animation:run ${seconds}s linear forwards;transform-origin:left}
@keyframes run{to{transform:scaleX(0)}}</style></head>
<body><h1>Demo accounts</h1><p>Fictitious people. Each code signs in once; the next comes in ${seconds} seconds.</p>
<div class="left" role="presentation"></div>
<table><thead><tr><th>Address</th><th>Password</th><th>Code</th><th>Roles</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
