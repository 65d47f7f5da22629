import { readConfiguration, type Configuration } from '../../configuration/configuration';

/** A configuration of the worker that talks to this machine only. */
export function aConfiguration(over: Readonly<Record<string, string>> = {}): Configuration {
  return readConfiguration({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none',
    PUBLIC_URL: 'https://visavis.example',
    SMTP_URL: 'smtp://127.0.0.1:1',
    SMTP_ALLOW_PLAINTEXT: '1',
    MAIL_FROM: 'Visavis <letters@mail.cabinet.example>',
    SECRET_KEY: 'A'.repeat(43),
    WORKER_OPERATIONS_PORT: '0',
    LOG_LEVEL: 'silent',
    ...over,
  });
}
