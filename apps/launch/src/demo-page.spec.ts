import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { openDemoPage, type DemoPage } from './demo-page.ts';
import { anyFreePort } from './free-port.ts';
import { totpCode } from './totp-code.ts';

const account = {
  email: 'helene@demo.example',
  password: 'tilleul-<boussole>',
  roles: ['owner', 'supervisor'],
  totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
};

/** The status and text of the page, asked for under a name. */
function ask(port: number, host: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', headers: { host } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the page of demo accounts', () => {
  let port: number;
  let page: DemoPage;

  before(async () => {
    port = await anyFreePort();
    page = await openDemoPage(port, [account]);
  });

  after(() => page.stop());

  it('shows each account with the code of now, and comes again with the next', async () => {
    const around = [totpCode(account.totpSecret), totpCode(account.totpSecret, Date.now() + 2_000)];
    const { status, text } = await ask(port, `localhost:${port}`);
    assert.equal(status, 200);
    assert.ok(around.some((code) => text.includes(code)));
    assert.match(text, /helene@demo\.example/);
    assert.match(text, /tilleul-&#60;boussole&#62;/);
    assert.match(text, /http-equiv="refresh" content="\d+"/);
  });

  it('is not shown to a page of another name', async () => {
    assert.deepEqual(await ask(port, `evil.example:${port}`), { status: 403, text: '' });
  });
});
