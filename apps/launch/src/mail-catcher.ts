import { parseArgs } from 'node:util';
import { MailDev } from 'maildev';

/**
 * Catches every letter and shows it on a page; sends nothing on. A process of its own:
 *
 *   node mail-catcher.ts --smtp=1025 --page=1080 --folder=.data/mail
 */
const { values } = parseArgs({
  options: { smtp: { type: 'string' }, page: { type: 'string' }, folder: { type: 'string' } },
});
if (!values.smtp || !values.page || !values.folder) throw new Error('--smtp, --page and --folder are needed');

const catcher = new MailDev({
  smtp: Number(values.smtp),
  web: Number(values.page),
  ip: '127.0.0.1',
  webIp: '127.0.0.1',
  mailDirectory: values.folder,
  maxEmails: 1_000,
  // Its certificate is self-made: a sender that checks certificates, as ours does, would refuse it.
  hideExtensions: ['STARTTLS'],
  silent: true,
});
await catcher.start();

const end = () => void catcher.stop().finally(() => process.exit(0));
process.once('SIGTERM', end);
process.once('disconnect', end);
