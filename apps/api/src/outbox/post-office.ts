import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIGURATION, type Configuration } from '../configuration/configuration';
import { UnusableAddress } from './judge-delivery-error';
import type { Correspondent, Mail } from './letter-writer';
import { sendingAddress } from './sending-address';
import { smtpSettings } from './smtp-settings';

/** One mailbox, without the quoting, comment and group syntax in which two could hide. */
const ONE_MAILBOX = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,253}$/;
const LONGEST_ADDRESS = 254;

/** Hands letters to the configured mail server, one recipient each, over a few kept connections. */
@Injectable()
export class PostOffice implements OnApplicationShutdown {
  private readonly transporter: Transporter;
  private readonly from: string;

  constructor(@Inject(CONFIGURATION) configuration: Configuration) {
    this.from = sendingAddress(configuration.MAIL_FROM);
    this.transporter = createTransport(smtpSettings(configuration));
  }

  /**
   * @param letterId makes the Message-ID, the same at every try
   * @throws UnusableAddress before, or nodemailer's error after asking the server
   */
  async send(letterId: string, mail: Mail, now: number): Promise<void> {
    if (!isOneMailbox(mail.to.address)) throw new UnusableAddress('not one mailbox');
    // Who reads it is told all the same when the other one cannot be answered by e-mail.
    const replyTo = mail.replyTo !== null && isOneMailbox(mail.replyTo.address) ? mail.replyTo : null;
    await this.transporter.sendMail({
      envelope: { from: this.from, to: [mail.to.address] },
      from: structured({ name: mail.fromName, address: this.from }),
      to: structured(mail.to),
      ...(replyTo === null ? {} : { replyTo: structured(replyTo) }),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      ...(mail.calendar === null ? {} : { icalEvent: { ...mail.calendar, filename: 'rendez-vous.ics' } }),
      attachments: (mail.files ?? []).map(({ name, type, content }) => ({
        filename: name,
        contentType: type,
        content,
      })),
      date: new Date(now),
      messageId: `<${letterId}@${this.from.slice(this.from.lastIndexOf('@') + 1)}>`,
      headers: {
        // No auto-reply to a letter that no person wrote (RFC 3834; the second is Exchange's).
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        Precedence: 'bulk',
        'Content-Language': mail.language,
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  onApplicationShutdown(): void {
    this.transporter.close();
  }
}

function structured({ name, address }: Correspondent): Correspondent {
  return { name: name.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' '), address };
}

function isOneMailbox(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && ONE_MAILBOX.test(address);
}
