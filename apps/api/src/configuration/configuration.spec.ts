import { spawnSync } from 'node:child_process';
import { transformFile } from '@swc/core';
import { build, type Plugin } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, readConfiguration } from './configuration';

const GOOD: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres://app:hunter2@127.0.0.1:5432/visavis',
  PUBLIC_URL: 'https://visavis.example',
  SMTP_URL: 'smtp://user:hunter2@mail.example:587',
  MAIL_FROM: 'Visavis <letters@cabinet.example>',
  SECRET_KEY: 'A'.repeat(43),
};

function problemsOf(over: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    readConfiguration({ ...GOOD, ...over });
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

/** As the build of the API does it: esbuild alone does not know what Nest injects. */
const withDecorators: Plugin = {
  name: 'with-decorators',
  setup: (bundler) => {
    const swc = JSON.parse(readFileSync(join(__dirname, '../../.swcrc.json'), 'utf8')) as object;
    bundler.onLoad({ filter: /\/apps\/api\/.*\.ts$/ }, async ({ path }) => ({
      contents: (await transformFile(path, { ...swc, filename: path })).code,
      loader: 'js',
    }));
  },
};

describe('config errors at start', () => {
  it('reads what is right, with defaults for the rest', () => {
    expect(readConfiguration(GOOD)).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      NODE_ENV: 'development',
      PUBLIC_URL: 'https://visavis.example',
      MEASURING_ROUTES: false,
    });
    const proxies = '10.0.0.1, 172.30.71.0/24,::1, fd00::/8';
    expect(readConfiguration({ ...GOOD, TRUSTED_PROXIES: proxies }).TRUSTED_PROXIES).toEqual(
      proxies.split(/, ?/),
    );
  });

  it('are all named at once, one line each, and never with a value', () => {
    const wrong = {
      DATABASE_URL: 'mysql://hunter2@h/d',
      PUBLIC_URL: 'visavis',
      SMTP_URL: 'http://hunter2',
      MAIL_FROM: 'hunter2',
      SECRET_KEY: 'hunter2',
      PORT: '99999',
      LOG_LEVEL: 'hunter2',
      DATABASE_POOL: '0',
    };
    const problems = problemsOf(wrong);

    expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual(Object.keys(wrong).sort());
    expect(problems.join('\n')).not.toContain('hunter2');
    for (const problem of problems) expect(problem).not.toContain('\n');
  });

  it.each([
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', 'sqlite://file'],
    ['PUBLIC_URL', undefined],
    ['PUBLIC_URL', 'https://visavis.example/path'],
    ['SMTP_URL', undefined],
    ['SMTP_URL', 'mail.example:25'],
    ['MAIL_FROM', 'letters@cabinet.example'],
    ['MAIL_FROM', 'A <a@b.example>\r\nBcc: <c@d.example>'],
    ['SECRET_KEY', undefined],
    ['SECRET_KEY', ''],
    ['SECRET_KEY', 'A'.repeat(42)],
    ['SECRET_KEY', 'A'.repeat(44)],
    ['NODE_ENV', 'staging'],
    ['TRUSTED_PROXIES', '10.0.0.1, proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
    ['MEASURING_ROUTES', 'yes'],
  ])('name %s = %j', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(`^${name}: .{5,}`)]);
  });

  it.each([['http://visavis.example'], ['https://localhost'], ['https://127.0.0.1']])(
    'refuse %s in production, and a route for measuring',
    (url) => {
      const problems = problemsOf({ NODE_ENV: 'production', PUBLIC_URL: url, MEASURING_ROUTES: '1' });
      expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PUBLIC_URL', 'MEASURING_ROUTES']);
    },
  );

  it('refuse in production to send the password of the mail server in plain text', () => {
    const production = { NODE_ENV: 'production', SMTP_ALLOW_PLAINTEXT: '1' };
    expect(problemsOf(production)).toEqual([expect.stringMatching(/^SMTP_ALLOW_PLAINTEXT: [^@]*$/)]);
    expect(problemsOf({ ...production, SMTP_URL: 'smtp://mail:1025' })).toEqual([]);
    expect(problemsOf({ ...production, SMTP_ALLOW_PLAINTEXT: '0' })).toEqual([]);
  });

  describe('of the program itself', () => {
    const root = join(__dirname, '../../../..');
    let folder: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(root, 'node_modules', '.visavis-start-'));
      await build({
        entryPoints: [join(__dirname, '../main.ts')],
        outfile: join(folder, 'main.mjs'),
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node26',
        packages: 'external',
        tsconfig: join(root, 'tsconfig.base.json'),
        logLevel: 'silent',
        plugins: [withDecorators],
      });
    });

    afterAll(() => rmSync(folder, { recursive: true }));

    const start = (environment: Readonly<Record<string, string>>) => {
      const from = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [join(folder, 'main.mjs')], {
        env: { PORT: '0', OPERATIONS_PORT: '0', ...environment },
        encoding: 'utf8',
        timeout: 20_000,
      });
      return { status, stderr, took: performance.now() - from };
    };

    it('end it at once, with a line for each', () => {
      const { status, stderr, took } = start({ ...GOOD, SECRET_KEY: 'hunter2', SMTP_URL: 'nowhere' });
      expect(status).toBe(1);
      expect(stderr.match(/^ {2}[A-Z_]+: /gm)).toEqual(['  SMTP_URL: ', '  SECRET_KEY: ']);
      expect(stderr).not.toContain('hunter2');
      expect(took).toBeLessThan(6_000); // 2 s on a machine of its own
    });

    it('end it when the database is out of reach', () => {
      const { status, stderr, took } = start({
        ...GOOD,
        DATABASE_URL: 'postgres://app:hunter2@127.0.0.1:1/none',
        LOG_LEVEL: 'silent',
      });
      expect(status).toBe(1);
      expect(stderr).toContain('ECONNREFUSED');
      expect(stderr).not.toContain('hunter2');
      expect(took).toBeLessThan(8_000);
    });
  });
});
