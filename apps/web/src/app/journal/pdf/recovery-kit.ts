import type { Content } from 'pdfmake/interfaces';
import { sayDayAndYear } from '../../ui/say-time';
import type { RecoveryKit } from '../vault/vault-types';

/** What is printed and put away: both ways into the vault, one's own words, and what to do when. */
export function recoveryKit(kit: RecoveryKit, name: string): Content[] {
  return [
    { text: $localize`Kit de secours de votre coffre`, style: 'title' },
    { text: $localize`${name}:name:, ${sayDayAndYear(kit.madeOn)}:date:`, style: 'quiet' },
    {
      text: $localize`Imprimez cette page, rangez-la loin de votre ordinateur, puis effacez le fichier. Qui la tient peut lire votre journal. Personne d’autre ne peut la refaire\u202f: ni le cabinet, ni l’hébergeur.`,
      margin: [0, 10, 0, 0],
    },
    { text: $localize`Votre phrase de passe`, style: 'heading' },
    { text: kit.passphrase, style: 'code' },
    {
      text: $localize`Sept mots, à taper pour ouvrir le coffre. Majuscules, accents et espaces ne comptent pas\u202f; l’ordre compte.`,
      style: 'quiet',
    },
    { text: $localize`Votre code de secours`, style: 'heading' },
    { text: kit.recoveryCode, style: 'code' },
    {
      text: $localize`Sept groupes de quatre, pour le jour où la phrase de passe est perdue.`,
      style: 'quiet',
    },
    { text: $localize`Vos dix mots`, style: 'heading' },
    { text: kit.words.join(' '), style: 'code' },
    {
      text: $localize`Lisez-les à voix haute à la personne avec qui vous partagez, au téléphone ou face à face. Ils n’ouvrent rien et peuvent être entendus de tous\u202f: ils prouvent que c’est bien vous.`,
      style: 'quiet',
    },
    { text: $localize`Que faire`, style: 'heading' },
    {
      ul: [
        $localize`Phrase de passe oubliée\u202f: à l’ouverture du coffre, choisissez «\u202fJ’ai perdu ma phrase de passe\u202f» et tapez le code de secours, puis changez de phrase de passe.`,
        $localize`Quelqu’un a pu la voir\u202f: ouvrez le coffre, page «\u202fCoffre\u202f», «\u202fQuelqu’un connaît peut-être ma phrase de passe\u202f». Un nouveau kit remplace celui-ci.`,
        $localize`Phrase de passe et code de secours perdus tous les deux\u202f: les entrées ne peuvent plus être lues par personne. Vous pouvez recommencer avec un coffre neuf.`,
      ],
    },
    { text: $localize`Coffre ${kit.vaultId}:id:`, style: 'quiet', margin: [0, 18, 0, 0] },
  ];
}
