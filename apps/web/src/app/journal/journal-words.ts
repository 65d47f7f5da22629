import { REFUSAL_WORDS } from '../shell/refusal-words';
import { VaultRefused, type VaultTrouble } from './vault/vault-trouble';

type OfTheVault = Exclude<VaultTrouble, keyof typeof REFUSAL_WORDS>;

/** What happened, what was kept, what to do: for every "no" of the vault, on this device or of the server. */
export const TROUBLE_WORDS: Record<OfTheVault, string> = {
  locked: $localize`:@@vault.locked:Le coffre est verrouillé. Déverrouillez-le pour continuer, rien n’a été perdu.`,
  'nothing-prepared': $localize`:@@vault.nothing-prepared:Ce qui était affiché n’est plus valable et rien n’a changé. Recommencez avec de nouveaux mots.`,
  'words-differ': $localize`:@@vault.words-differ:Un mot n’est pas celui qui était affiché. Relisez votre feuille et corrigez-le.`,
  'groups-differ': $localize`:@@vault.groups-differ:Un groupe du code de secours ne correspond pas à celui de votre feuille. Relisez-le et corrigez.`,
  'slot-missing': $localize`:@@vault.slot-missing:Ce coffre n’a pas d’accès de cette sorte. Essayez l’autre moyen.`,
  'vault-vanished': $localize`:@@vault.vault-vanished:Cet appareil connaît votre coffre, mais le serveur dit qu’il n’y en a pas. Rien n’a été écrit. Parlez-en à votre cabinet avant d’en ouvrir un autre.`,
  'vault-exchanged': $localize`:@@vault.vault-exchanged:Le serveur montre un autre coffre que celui que cet appareil connaît. Rien n’a été écrit. Si vous avez recommencé ailleurs, vous pouvez l’accepter\u202f; sinon, n’y écrivez rien.`,
  'entries-vanished': $localize`:@@vault.entries-vanished:Des entrées que cet appareil connaît ne sont plus montrées par le serveur, sans que vous les ayez supprimées.`,
  'entry-unknown': $localize`:@@vault.entry-unknown:Cette entrée n’existe pas, ou n’existe plus.`,
  'entry-unreadable': $localize`:@@vault.entry-unreadable:Cette entrée ne s’ouvre pas. Elle n’est ni vide ni effacée, et rien ne sera écrit par-dessus.`,
  'older-copy': $localize`:@@vault.older-copy:Le serveur montre une copie plus ancienne que ce que cet appareil a vu. Elle n’est pas acceptée et rien n’a été écrit.`,
  'look-first': $localize`:@@vault.look-first:Cet appareil ne connaissait pas encore votre coffre. Vérifiez d’abord la date du dernier changement et qui peut lire, puis écrivez.`,
  'written-elsewhere': $localize`:@@vault.written-elsewhere:Vous écrivez déjà dans un autre onglet. Ici, vous pouvez lire, ou reprendre l’écriture.`,
  'device-storage': $localize`:@@vault.device-storage:Ce navigateur ne laisse rien garder sur l’appareil. Tant que c’est ainsi, ce que vous tapez n’est en sécurité qu’une fois confirmé.`,
  'nobody-to-read': $localize`:@@vault.nobody-to-read:Cette personne n’a pas de coffre ouvert, ou aucun contrat en vigueur ne vous lie. Rien n’a été partagé.`,
  'gave-up': $localize`:@@vault.gave-up:Sans cette confirmation, rien n’a changé.`,
  'reply-malformed': $localize`:@@vault.reply-malformed:La réponse du serveur n’a pas la forme attendue. Elle est refusée et rien n’a été écrit. Rechargez la page\u202f; si cela continue, parlez-en à votre cabinet.`,
  'worker-failed': $localize`:@@vault.worker-failed:Quelque chose n’a pas fonctionné sur cet appareil. Ce qui était enregistré l’est toujours. Rechargez la page et recommencez.`,
  'word-unknown': $localize`:@@vault.word-unknown:Un mot ne fait pas partie de la liste. Vérifiez-le sur votre feuille\u202f; accents et majuscules ne comptent pas.`,
  'passphrase-length': $localize`:@@vault.passphrase-length:La phrase de passe compte sept mots, ni plus ni moins.`,
  'recovery-code-malformed': $localize`:@@vault.recovery-code-malformed:Le code de secours compte sept groupes de quatre caractères.`,
  'recovery-code-mistyped': $localize`:@@vault.recovery-code-mistyped:Ce code de secours contient une faute de frappe. Relisez-le groupe par groupe.`,
  'slot-type-unknown': $localize`:@@vault.slot-type-unknown:Le serveur propose un accès au coffre que cette application ne connaît pas. Il est refusé et rien n’a été écrit.`,
  'derivation-not-allowed': $localize`:@@vault.derivation-not-allowed:Le serveur demande d’affaiblir la protection de votre phrase de passe. C’est refusé et rien n’a été écrit.`,
  'too-few-slots': $localize`:@@vault.too-few-slots:Un coffre garde toujours deux accès au moins, dont le code de secours. Rien n’a changé.`,
  'key-does-not-fit': $localize`:@@vault.key-does-not-fit:Cette phrase ou ce code n’ouvre pas ce coffre. Vérifiez chaque mot, puis recommencez.`,
  'cannot-open': $localize`:@@vault.cannot-open:Ce contenu scellé ne s’ouvre pas\u202f: il a été altéré ou déplacé. Rien ne sera écrit par-dessus.`,
  'identity-mismatch': $localize`:@@vault.identity-mismatch:Les clés publiques montrées par le serveur ne sont pas les vôtres. Elles sont refusées et rien n’a été écrit.`,
  'generation-unknown': $localize`:@@vault.generation-unknown:Une clé plus ancienne de votre coffre manque sur le serveur. Les textes concernés ne s’ouvrent pas, rien ne sera écrit par-dessus.`,
  'key-retired': $localize`:@@vault.key-retired:Ce texte est signé d’une clé que vous avez retirée. Il est refusé.`,
  'text-too-long': $localize`:@@vault.text-too-long:Ce texte dépasse ce qu’une entrée peut contenir. Il reste sur cet appareil\u202f; répartissez-le sur deux entrées.`,
  'padding-malformed': $localize`:@@vault.padding-malformed:Ce contenu scellé n’a pas la forme attendue. Il est refusé et rien ne sera écrit par-dessus.`,
  'class-mismatch': $localize`:@@vault.class-mismatch:Le serveur présente un texte comme ce qu’il n’est pas. Il est refusé.`,
  'not-for-me': $localize`:@@vault.not-for-me:Ce partage est adressé à quelqu’un d’autre.`,
  'reader-not-verified': $localize`:@@vault.reader-not-verified:Vous n’avez pas encore vérifié cette personne. Lisez-vous d’abord vos dix mots, de vive voix.`,
  'reader-key-changed': $localize`:@@vault.reader-key-changed:Les mots de cette personne ont changé. Vérifiez-les à nouveau de vive voix avant de partager.`,
  'generation-went-back': $localize`:@@vault.generation-went-back:Le serveur montre un état ancien de votre coffre, d’avant un changement de clés. Il est refusé et rien n’a été écrit.`,
  'identity-changed': $localize`:@@vault.identity-changed:Votre identité montrée par le serveur a changé sans que vous l’ayez fait. Elle est refusée et rien n’a été écrit.`,
  'epoch-went-back': $localize`:@@vault.epoch-went-back:Le serveur montre une entrée telle qu’elle était avant un changement de lecteurs. Cette copie est refusée.`,
  'revision-went-back': $localize`:@@vault.revision-went-back:Le serveur montre une copie plus ancienne d’une entrée que celle que vous avez déjà vue. Elle est refusée et rien ne sera écrit par-dessus.`,
  'index-malformed': $localize`:@@vault.index-malformed:L’index de votre coffre est illisible. Il est refusé\u202f; vos entrées restent lisibles.`,
  'suite-unknown': $localize`:@@vault.suite-unknown:Le serveur propose un autre chiffrement que celui de cette application. Il est refusé et rien n’a été écrit.`,
  'class-unknown': $localize`:@@vault.class-unknown:Le serveur présente un texte d’une sorte inconnue. Il est refusé.`,
  'id-malformed': $localize`:@@vault.id-malformed:Le serveur nomme un élément d’une façon inconnue. Il est refusé.`,
  'number-out-of-range': $localize`:@@vault.number-out-of-range:Un numéro donné par le serveur est impossible. Il est refusé.`,
  'bytes-malformed': $localize`:@@vault.bytes-malformed:Un contenu scellé n’a pas la bonne longueur. Il est refusé.`,
  'text-malformed': $localize`:@@vault.text-malformed:Ce texte contient un caractère incomplet. Effacez-le et recommencez, le reste est gardé.`,
  'head-moved': $localize`:@@vault.head-moved:Cette entrée a changé sur un autre appareil. Les deux textes sont gardés, côte à côte.`,
  'size-not-allowed': $localize`:@@vault.size-not-allowed:Un contenu scellé n’a pas une taille permise. Il est refusé.`,
  'author-not-owner': $localize`:@@vault.author-not-owner:Ce texte n’est pas signé par la personne à qui est le coffre. Il est refusé.`,
  'class-not-shareable': $localize`:@@vault.class-not-shareable:Cela ne se partage pas, avec personne.`,
  'key-malformed': $localize`:@@vault.key-malformed:Une clé publique montrée par le serveur est inutilisable. Elle est refusée.`,
  'key-not-signed': $localize`:@@vault.key-not-signed:Une clé publique montrée par le serveur n’est pas signée par sa propriétaire. Elle est refusée.`,
  'signature-wrong': $localize`:@@vault.signature-wrong:La signature ne correspond pas\u202f: ce contenu a été altéré. Il est refusé et rien ne sera écrit par-dessus.`,
  'vault-exists': $localize`:@@vault.vault-exists:Vous avez déjà un coffre dans ce cabinet. La page le montre maintenant.`,
  'vault-missing': $localize`:@@vault.vault-missing:Ouvrez d’abord votre coffre\u202f: rien ne peut être gardé avant.`,
  'generation-moved': $localize`:@@vault.generation-moved:Les clés du coffre ont changé sur un autre appareil. Verrouillez puis déverrouillez ici, rien n’a été perdu.`,
  'epoch-closed': $localize`:@@vault.epoch-closed:Les lecteurs de cette entrée ont changé. Elle est scellée à nouveau, puis enregistrée.`,
  'entry-deleted': $localize`:@@vault.entry-deleted:Cette entrée a été supprimée sur un autre appareil. Ce que vous avez tapé ici est gardé dans un brouillon.`,
  'id-taken': $localize`:@@vault.id-taken:Cet élément existe déjà. Recommencez.`,
  'epoch-out-of-order': $localize`:@@vault.epoch-out-of-order:Les lecteurs de cette entrée ont changé entre-temps. Rien n’est perdu, recommencez.`,
  'key-wrong': $localize`:@@vault.key-wrong:Le serveur n’a pas accepté la clé de cette entrée. Rien n’est perdu, recommencez.`,
  'class-changed': $localize`:@@vault.class-changed:Une entrée garde sa sorte. Rien n’a été enregistré.`,
  'class-not-open': $localize`:@@vault.class-not-open:Cette sorte de texte n’est pas encore possible.`,
  'one-reader': $localize`:@@vault.one-reader:Une entrée a un seul lecteur à la fois. Révoquez d’abord le partage en cours.`,
  'reader-key-wrong': $localize`:@@vault.reader-key-wrong:Les clés de cette personne viennent de changer. Vérifiez ses dix mots, puis partagez à nouveau.`,
  'vault-closed': $localize`:@@vault.vault-closed:Douze mois après votre dernier contrat, le coffre se lit, s’emporte et se vide, mais ne s’écrit plus.`,
  'not-asked': $localize`:@@vault.not-asked:Cette question ne se pose pas pour cette offre, telle qu’elle est.`,
  'margin-only': $localize`:@@vault.margin-only:Cela s’écrit dans la marge, que personne d’autre ne lira jamais.`,
  sealed: $localize`:@@vault.sealed:C’est scellé. Vous pouvez ajouter une correction, qui se verra comme telle.`,
  'not-sealed': $localize`:@@vault.not-sealed:Ce n’est pas encore scellé\u202f: vous pouvez simplement l’écrire.`,
  'forecast-first': $localize`:@@vault.forecast-first:Scellez d’abord votre pronostic. La décision s’écrit ensuite.`,
  'outcome-first': $localize`:@@vault.outcome-first:Notez d’abord la décision.`,
  'own-reason-first': $localize`:@@vault.own-reason-first:Scellez d’abord la raison que vous supposez. La leur s’écrit ensuite.`,
  'kickoff-first': $localize`:@@vault.kickoff-first:Scellez d’abord les effets attendus. Ce qui est observé s’écrit ensuite.`,
  'outcome-known': $localize`:@@vault.outcome-known:La décision est connue\u202f: le pronostic ne peut plus être scellé ni rouvert.`,
  incomplete: $localize`:@@vault.incomplete:Il manque encore des réponses pour sceller. La liste dit lesquelles.`,
  'too-early': $localize`:@@vault.too-early:Il est encore tôt pour sceller ceci. Écrire est possible dès maintenant.`,
  'from-memory': $localize`:@@vault.from-memory:Cette offre est écrite de mémoire\u202f: il n’y a pas de pronostic à sceller.`,
  'one-at-a-time': $localize`:@@vault.one-at-a-time:Une seule hypothèse se teste à la fois. Terminez celle qui est en cours.`,
};

export function troubleWords(trouble: VaultTrouble): string {
  return trouble in TROUBLE_WORDS
    ? TROUBLE_WORDS[trouble as OfTheVault]
    : REFUSAL_WORDS[trouble as keyof typeof REFUSAL_WORDS];
}

/** Words for anything that was thrown while working with the vault. */
export function wordsOfTrouble(error: unknown): string {
  return troubleWords(error instanceof VaultRefused ? error.reason : 'worker-failed');
}
