import { fr } from '../../../outbox/paper/typeset';
import type { LetterTexts, Parties } from './letter-text';

const willCall = (s: Parties) => fr`${s.supervisor} vous appellera au ${s.phone}.`;
const youCall = (s: Parties) => fr`Vous appellerez ${someone(s)} au ${s.phone}.`;
const someone = (s: Parties) => s.visitor ?? fr`une personne qui a effacé ses données`;
const change = fr`Voir, déplacer ou annuler le rendez-vous`;
const see = fr`Voir le rendez-vous dans votre semaine`;
const ifWrong = fr`Si ce numéro n'est pas le bon, annulez ce rendez-vous et choisissez de nouveau un horaire.`;
const secretLink = fr`Ce lien est personnel : il permet de changer votre rendez-vous, ne le transmettez pas.`;

export const frenchTexts: LetterTexts = {
  visitor: {
    confirmation: (s) => ({
      subject: fr`Votre premier échange avec ${s.supervisor} : ${s.shortWhen}`,
      paragraphs: [
        fr`Bonjour ${s.firstName},`,
        fr`Votre premier échange avec ${s.supervisor} est réservé : ${s.when}.`,
        willCall(s),
      ],
      link: change,
      closing: [ifWrong, secretLink],
    }),
    move: (s) => ({
      subject: fr`Nouvel horaire avec ${s.supervisor} : ${s.shortWhen}`,
      paragraphs: [
        fr`Bonjour ${s.firstName},`,
        fr`Votre premier échange avec ${s.supervisor} a changé d'horaire. Il a lieu maintenant : ${s.when}.`,
        willCall(s),
      ],
      link: change,
      closing: [secretLink],
    }),
    cancellation: (s) => ({
      subject: fr`Rendez-vous annulé : ${s.shortWhen}`,
      paragraphs: [
        fr`Bonjour ${s.firstName},`,
        fr`Votre premier échange avec ${s.supervisor}, prévu ${s.when}, est annulé. Personne ne vous appellera.`,
      ],
      link: fr`Voir le rendez-vous annulé`,
      closing: [fr`Vous pouvez réserver un autre horaire quand vous le souhaitez.`],
    }),
    'reminder-24h': (s) => ({
      subject: fr`Rappel : ${s.supervisor} vous appelle ${s.shortWhen}`,
      paragraphs: [
        fr`Bonjour ${s.firstName},`,
        fr`Votre premier échange a lieu bientôt : ${s.when}.`,
        willCall(s),
      ],
      link: change,
      closing: [fr`Vous pouvez déplacer ou annuler ce rendez-vous jusqu'à son début.`],
    }),
    'reminder-1h': (s) => ({
      subject: fr`Tout à l'heure : ${s.supervisor} vous appelle, ${s.shortWhen}`,
      paragraphs: [
        fr`Bonjour ${s.firstName},`,
        fr`Votre premier échange commence dans peu de temps : ${s.when}.`,
        willCall(s),
      ],
      link: change,
      closing: [fr`Prévoyez un endroit calme et un téléphone chargé.`],
    }),
    'existing-link': (s) => ({
      subject: fr`Vous avez déjà un rendez-vous : ${s.shortWhen}`,
      paragraphs: [
        fr`Bonjour ${s.firstName},`,
        fr`Quelqu'un vient de demander un premier échange avec votre adresse ou votre numéro. Vous en avez déjà un avec ${s.supervisor} : ${s.when}.`,
        fr`Pour un autre horaire, déplacez ce rendez-vous.`,
      ],
      link: change,
      closing: [
        fr`Si cette demande ne vient pas de vous, vous n'avez rien à faire : rien n'a changé.`,
        secretLink,
      ],
    }),
    rebooking: (s) => ({
      subject: fr`${s.supervisor} n'a pas pu vous joindre`,
      paragraphs: [
        fr`Bonjour ${s.firstName},`,
        fr`${s.supervisor} a essayé de vous joindre au ${s.phone} pour votre premier échange (${s.shortWhen}), sans réponse.`,
        fr`Vous pouvez choisir un autre horaire, sans rien saisir de nouveau.`,
      ],
      link: fr`Choisir un autre horaire`,
      closing: [secretLink],
    }),
  },
  supervisor: {
    confirmation: (s) => ({
      subject: fr`Nouveau premier échange : ${someone(s)}, ${s.shortWhen}`,
      paragraphs: [fr`Un premier échange vient d'être réservé : ${s.when}.`, youCall(s)],
      link: see,
      closing: [fr`Ce qui amène cette personne se lit dans votre semaine, pas dans ce courriel.`],
    }),
    move: (s) => ({
      subject: fr`Premier échange déplacé : ${someone(s)}, ${s.shortWhen}`,
      paragraphs: [fr`Le premier échange avec ${someone(s)} a maintenant lieu : ${s.when}.`, youCall(s)],
      link: see,
      closing: [],
    }),
    cancellation: (s) => ({
      subject: fr`Premier échange annulé : ${someone(s)}, ${s.shortWhen}`,
      paragraphs: [
        fr`Le premier échange avec ${someone(s)}, prévu ${s.when}, est annulé. L'horaire est de nouveau libre.`,
      ],
      link: see,
      closing: [],
    }),
    'reminder-24h': (s) => ({
      subject: fr`Rappel : appel à ${someone(s)}, ${s.shortWhen}`,
      paragraphs: [fr`Premier échange avec ${someone(s)} : ${s.when}.`, youCall(s)],
      link: see,
      closing: [],
    }),
    'reminder-1h': (s) => ({
      subject: fr`Tout à l'heure : appel à ${someone(s)}, ${s.shortWhen}`,
      paragraphs: [fr`Premier échange avec ${someone(s)} : ${s.when}.`, youCall(s)],
      link: see,
      closing: [],
    }),
  },
  calendar: {
    withSupervisor: (supervisor) => fr`Premier échange avec ${supervisor}`,
    sessionWith: (coach) => fr`Séance de supervision avec ${coach}`,
    withVisitor: (visitor) => (visitor === null ? fr`Premier échange` : fr`Premier échange avec ${visitor}`),
    visitorSentence: willCall,
    supervisorSentence: youCall,
    phone: (phone) => fr`Téléphone : ${phone}`,
    busy: fr`Occupé`,
    feedName: (supervisor) => fr`Visavis, ${supervisor}`,
  },
  foot: (practice) => fr`Courriel envoyé par ${practice} au sujet d'un rendez-vous.`,
  privacy: fr`Vos données et vos droits`,
};
