import { fr } from '../../../outbox/paper/typeset';
import type { ContractLetterTexts, SpokenContract } from './contract-letter-text';

const hello = (s: SpokenContract) => fr`Bonjour ${s.reader},`;
const read = fr`Lire le contrat`;
const text = (s: SpokenContract) =>
  s.version === 1 ? fr`le contrat de supervision` : fr`l'avenant au contrat de supervision`;
const nothingBySilence = fr`Sans réponse de votre part, rien n'est accepté. Ce lien ouvre votre compte ; à lui seul il ne signe rien.`;

export const frenchTexts: ContractLetterTexts = {
  letters: {
    'contract-proposed': (s) => ({
      subject: fr`${s.other} vous propose ${text(s)}`,
      paragraphs: [
        hello(s),
        fr`${s.other} vous propose ${text(s)} n° ${s.number}. Le texte est figé : celui que vous lirez est celui qui serait signé.`,
        fr`Vous pouvez le signer, demander des changements ou le refuser jusqu'au ${s.lapsesAt}.`,
      ],
      link: fr`Lire et répondre`,
      closing: [nothingBySilence],
    }),
    'contract-half-signed': (s) => ({
      subject: fr`${s.other} a signé ${text(s)}`,
      paragraphs: [
        hello(s),
        fr`${s.other} a signé ${text(s)} n° ${s.number}. Il attend maintenant votre signature, jusqu'au ${s.lapsesAt}.`,
      ],
      link: fr`Lire et signer`,
      closing: [nothingBySilence],
    }),
    'contract-changes': (s) => ({
      subject: fr`${s.other} demande des changements au contrat`,
      paragraphs: [
        hello(s),
        fr`${s.other} demande des changements dans ${text(s)} n° ${s.number}. Ses remarques se lisent à côté du texte.`,
      ],
      link: fr`Lire les remarques`,
      closing: [],
    }),
    'contract-declined': (s) => ({
      subject: fr`${s.other} a refusé ${text(s)}`,
      paragraphs: [hello(s), fr`${s.other} a refusé ${text(s)} n° ${s.number}. Rien n'est signé.`],
      link: read,
      closing: [],
    }),
    'contract-withdrawn': (s) => ({
      subject: fr`${s.other} a retiré ${text(s)}`,
      paragraphs: [
        hello(s),
        fr`${s.other} a retiré ${text(s)} n° ${s.number} avant que tout le monde ne l'ait signé. Il n'engage personne.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-lapsed': (s) => ({
      subject: fr`La proposition de contrat n° ${s.number} est périmée`,
      paragraphs: [
        hello(s),
        fr`Le délai pour signer ${text(s)} n° ${s.number} avec ${s.other} est passé. Il n'engage personne.`,
      ],
      link: read,
      closing: [fr`Une nouvelle proposition reste possible.`],
    }),
    'contract-copy': (s) => ({
      subject: fr`Votre exemplaire signé : contrat n° ${s.number} avec ${s.other}`,
      paragraphs: [
        hello(s),
        fr`Vous et ${s.other} avez signé ${text(s)} n° ${s.number}. Votre exemplaire scellé est joint à ce courriel. Date d'effet : ${s.startsOn}.`,
        fr`Empreinte SHA-256 du fichier joint : ${s.sha256}`,
        fr`Gardez ce courriel : avec cette empreinte, n'importe qui peut vérifier plus tard que le fichier est resté le même.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-suspended': (s) => ({
      subject: fr`Contrat n° ${s.number} suspendu`,
      paragraphs: [
        hello(s),
        fr`${s.other} suspend le contrat de supervision n° ${s.number} jusqu'au ${s.endsOn}. Pendant ce temps aucune séance ne se réserve ; confidentialité et conservation restent en vigueur.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-resumed': (s) => ({
      subject: fr`Contrat n° ${s.number} de nouveau actif`,
      paragraphs: [
        hello(s),
        fr`La suspension du contrat de supervision n° ${s.number} avec ${s.other} est levée.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-notice': (s) => ({
      subject: fr`Préavis : fin du contrat n° ${s.number} le ${s.endsOn}`,
      paragraphs: [
        hello(s),
        fr`${s.other} met fin au contrat de supervision n° ${s.number}, avec effet le ${s.endsOn}. Jusque-là les séances restent possibles, et une séance de clôture aussi.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-notice-off': (s) => ({
      subject: fr`Préavis annulé : le contrat n° ${s.number} continue`,
      paragraphs: [
        hello(s),
        fr`Vous et ${s.other} avez annulé le préavis. Le contrat de supervision n° ${s.number} continue.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-asked': (s) => ({
      subject: fr`${s.other} attend votre accord, contrat n° ${s.number}`,
      paragraphs: [
        hello(s),
        fr`${s.other} vous demande votre accord au sujet du contrat de supervision n° ${s.number}. Sans votre accord rien ne change.`,
      ],
      link: fr`Lire et répondre`,
      closing: [],
    }),
    'contract-ended': (s) => ({
      subject: fr`Fin du contrat de supervision n° ${s.number}`,
      paragraphs: [
        hello(s),
        fr`Le contrat de supervision n° ${s.number} avec ${s.other} est terminé. Votre exemplaire et le relevé des heures restent lisibles dans votre espace.`,
      ],
      link: read,
      closing: [],
    }),
    'contract-rescinded': (s) => ({
      subject: fr`Rétractation : contrat n° ${s.number}`,
      paragraphs: [
        hello(s),
        fr`Le droit de rétractation a été exercé : le contrat de supervision n° ${s.number} entre vous et ${s.other} ne produit plus d'effet.`,
      ],
      link: read,
      closing: [],
    }),
  },
  foot: (practice) => fr`Courriel envoyé par ${practice} au sujet d'un contrat de supervision.`,
  privacy: fr`Vos données et vos droits`,
  fileName: (number, version) => `contrat-de-supervision-${number}-v${version}.pdf`,
};
