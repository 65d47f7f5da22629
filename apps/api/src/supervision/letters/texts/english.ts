import type { ContractLetterTexts, SpokenContract } from './contract-letter-text';

const hello = (s: SpokenContract) => `Hello ${s.reader},`;
const read = 'Read the contract';
const text = (s: SpokenContract) =>
  s.version === 1 ? 'the supervision contract' : 'the amendment to the supervision contract';
const nothingBySilence =
  'Without an answer from you nothing is agreed. This link opens your account; by itself it signs nothing.';

export const englishTexts: ContractLetterTexts = {
  letters: {
    'contract-proposed': (s) => ({
      subject: `${s.other} proposes ${text(s)}`,
      paragraphs: [
        hello(s),
        `${s.other} proposes ${text(s)} no. ${s.number} to you. The text is frozen: what you read is what would be signed.`,
        `You can sign it, ask for changes or decline it until ${s.lapsesAt}.`,
      ],
      link: 'Read and answer',
      closing: [nothingBySilence],
    }),
    'contract-half-signed': (s) => ({
      subject: `${s.other} has signed ${text(s)}`,
      paragraphs: [
        hello(s),
        `${s.other} has signed ${text(s)} no. ${s.number}. It now waits for your signature, until ${s.lapsesAt}.`,
      ],
      link: 'Read and sign',
      closing: [nothingBySilence],
    }),
    'contract-changes': (s) => ({
      subject: `${s.other} asks for changes to the contract`,
      paragraphs: [
        hello(s),
        `${s.other} asks for changes in ${text(s)} no. ${s.number}. Their remarks stand beside the text.`,
      ],
      link: 'Read the remarks',
      closing: [],
    }),
    'contract-declined': (s) => ({
      subject: `${s.other} has declined ${text(s)}`,
      paragraphs: [hello(s), `${s.other} has declined ${text(s)} no. ${s.number}. Nothing is signed.`],
      link: read,
      closing: [],
    }),
    'contract-withdrawn': (s) => ({
      subject: `${s.other} has withdrawn ${text(s)}`,
      paragraphs: [
        hello(s),
        `${s.other} has withdrawn ${text(s)} no. ${s.number} before everybody had signed it. It binds nobody.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-lapsed': (s) => ({
      subject: `The proposed contract no. ${s.number} has lapsed`,
      paragraphs: [
        hello(s),
        `The time to sign ${text(s)} no. ${s.number} with ${s.other} is over. It binds nobody.`,
      ],
      link: read,
      closing: ['A new proposal remains possible.'],
    }),
    'contract-copy': (s) => ({
      subject: `Your signed copy: contract no. ${s.number} with ${s.other}`,
      paragraphs: [
        hello(s),
        `You and ${s.other} have signed ${text(s)} no. ${s.number}. Your sealed copy comes with this letter. It takes effect on ${s.startsOn}.`,
        `SHA-256 of the attached file: ${s.sha256}`,
        'Please keep this letter: with this hash anybody can check later that the file is still the same.',
      ],
      link: read,
      closing: [],
    }),
    'contract-suspended': (s) => ({
      subject: `Contract no. ${s.number} is suspended`,
      paragraphs: [
        hello(s),
        `${s.other} suspends the supervision contract no. ${s.number} until ${s.endsOn}. In the meantime no session can be booked; confidentiality and records stay in force.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-resumed': (s) => ({
      subject: `Contract no. ${s.number} is active again`,
      paragraphs: [
        hello(s),
        `The suspension of the supervision contract no. ${s.number} with ${s.other} is over.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-notice': (s) => ({
      subject: `Notice: contract no. ${s.number} ends on ${s.endsOn}`,
      paragraphs: [
        hello(s),
        `${s.other} ends the supervision contract no. ${s.number} with effect on ${s.endsOn}. Until then sessions remain possible, a closing session as well.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-notice-off': (s) => ({
      subject: `Notice taken back: contract no. ${s.number} goes on`,
      paragraphs: [
        hello(s),
        `You and ${s.other} have taken the notice back. The supervision contract no. ${s.number} goes on.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-asked': (s) => ({
      subject: `${s.other} asks for your agreement, contract no. ${s.number}`,
      paragraphs: [
        hello(s),
        `${s.other} asks for your agreement about the supervision contract no. ${s.number}. Without it nothing changes.`,
      ],
      link: 'Read and answer',
      closing: [],
    }),
    'contract-ended': (s) => ({
      subject: `End of the supervision contract no. ${s.number}`,
      paragraphs: [
        hello(s),
        `The supervision contract no. ${s.number} with ${s.other} has ended. Your copy and the statement of hours stay readable in your account.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-rescinded': (s) => ({
      subject: `Withdrawal: contract no. ${s.number}`,
      paragraphs: [
        hello(s),
        `The right of withdrawal was used: the supervision contract no. ${s.number} between you and ${s.other} has no effect any more.`,
      ],
      link: read,
      closing: [],
    }),
  },
  foot: (practice) => `Sent by ${practice} about a supervision contract.`,
  privacy: 'Your data and your rights',
  fileName: (number, version) => `supervision-contract-${number}-v${version}.pdf`,
};
