import { typesetAll } from '@visavis/kernel';
import type { ClauseTexts } from '../contract-content';

/** Clauses of a contract of individual supervision for a coach, to be read by a lawyer before use. */
export const CLAUSES_FR: ClauseTexts = /* @__PURE__ */ typesetAll({
  amendment: `Le présent avenant modifie la version {{amendedVersion}} du contrat. Il prend effet le {{effectiveDate}} ; jusque-là, la version précédente s'applique. Les séances tenues avant cette date gardent leurs conditions ; les suivantes relèvent des nouvelles.

Ce qui change et pourquoi :

{{amendmentReason}}

Tout ce que cet avenant ne modifie pas reste en vigueur.`,

  parties: `Le présent contrat est conclu entre :

**Le superviseur**

{{supervisorIdentity}}

**Le coach** (la personne supervisée)

{{coachIdentity}}

Les mots « superviseur » et « coach » désignent chacune des parties, quel que soit son genre. Chaque partie signale sans tarder un changement de ces informations. Le superviseur maintient l'assurance indiquée pendant toute la durée du contrat et en justifie sur demande.`,

  purpose: `La supervision est un espace régulier où le coach prend du recul sur sa pratique avec un pair formé à cet accompagnement. Les parties en ont défini ensemble l'objet :

{{purpose}}

Elle remplit trois fonctions, dont les parties conviennent du poids à titre indicatif ({{functionWeights}}) :

- **formative** : apprendre, élargir son répertoire, relier sa pratique à des repères ;
- **normative** : veiller à la qualité du travail, à la déontologie et aux limites de compétence ;
- **restauratrice** : déposer ce qui pèse, retrouver ses ressources, prévenir l'usure.

La supervision n'est ni un coaching du coach, ni une formation, ni un mentorat en vue d'une accréditation, ni une thérapie. Si l'un de ces besoins apparaît, les parties en parlent et le superviseur oriente le coach.

Le superviseur s'engage à mettre en œuvre les moyens de sa profession ; il ne promet pas de résultat, notamment quant aux missions que le coach obtiendra ou aux décisions d'un organisme d'accréditation.`,

  format: `La supervision est {{format}}. Le rythme prévu est le suivant : {{frequency}}, chacune d'une durée de {{sessionMinutes}}, {{place}}.

Elle est convenue à partir du {{startDate}}, {{term}}.

Les séances sont réservées dans l'agenda commun ; une date proposée devient un rendez-vous lorsqu'elle y est confirmée. Le rythme peut être adapté d'un commun accord. Un retard du coach ne prolonge pas la séance ; un retard du superviseur est rattrapé.

La préparation est bienvenue et jamais obligatoire.`,

  fees: `Le prix convenu est de {{fee}}. {{vat}}

Chaque facture est payable dans un délai de {{paymentDays}} jours à compter de sa date d'émission, sans escompte pour paiement anticipé. Le prix ne change pas pendant la durée du contrat, sauf avenant signé ; il ne s'applique jamais rétroactivement aux séances déjà tenues.

**Entre professionnels**, conformément à l'article L441-10 du code de commerce, toute somme non payée à l'échéance porte de plein droit, dès le lendemain et sans rappel, des pénalités de retard {{latePenalty}}, ainsi qu'une indemnité forfaitaire de 40 € pour frais de recouvrement ; si les frais exposés sont plus élevés, une indemnisation complémentaire peut être demandée sur justification. Ces pénalités et cette indemnité ne s'appliquent pas à un consommateur.`,

  cancellation: `Le coach peut annuler ou déplacer une séance sans frais jusqu'à **{{noticeHours}} heures** avant son début, depuis son espace ou par écrit.

- **Annulation plus tardive** : {{latePercent}} du prix de la séance reste dû, soit, pour une séance de durée habituelle, {{lateFee}}.
- **Absence sans annulation** : {{noShowPercent}} du prix de la séance reste dû, soit {{noShowFee}}. Une absence est constatée après quinze minutes sans nouvelles.

Le montant exact est affiché avant que le coach confirme une annulation. Une séance annulée tardivement ou manquée ne compte pour aucune minute de supervision, même lorsqu'elle est facturée.

Le superviseur renonce à ces sommes en cas de force majeure, de maladie, d'urgence touchant un proche ou de deuil, signalés dès que possible.

Si le superviseur annule, il propose dans les meilleurs délais une autre date au choix du coach ; à défaut d'accord, la séance n'est pas facturée ou, si elle est déjà payée, elle est remboursée.`,

  responsibilities: `**Le superviseur s'engage à**

- offrir un cadre régulier, attentif et sans jugement, et annoncer ce qu'il observe avec franchise et respect ;
- être lui-même supervisé et entretenir ses compétences ;
- dire ses méthodes et leurs limites, et orienter le coach lorsqu'une question sort de sa compétence ;
- ne tirer aucun avantage personnel de la relation.

**Le coach s'engage à**

- apporter ce qui se passe réellement dans sa pratique, y compris ce qui l'embarrasse ;
- désigner ses clients par un code et ne donner aucun nom ni détail permettant de les reconnaître ;
- informer ses clients, dans ses propres contrats, qu'il est supervisé ;
- dire ce qui, dans la supervision, lui manque ou le gêne.

Le coach reste seul responsable de ses interventions auprès de ses clients et des décisions qu'il prend. Le superviseur répond de sa propre prestation.`,

  confidentiality: `Tout ce qui se dit et s'écrit dans la supervision est confidentiel, y compris l'identité des clients du coach et de leurs organisations. Chaque partie s'y oblige pendant le contrat et sans limite de durée après sa fin.

La confidentialité ne cède que dans les cas suivants, annoncés d'avance :

{{exceptions}}

Dans ces cas, la partie qui envisage de parler en informe d'abord l'autre chaque fois que la loi et la sécurité des personnes le permettent, ne révèle que le nécessaire, et seulement à qui peut agir.

{{sponsorView}} Les échanges, les notes et les cas ne sont jamais transmis à un tiers payeur.`,

  ethics: `Les parties se réfèrent aux textes suivants, dans la version indiquée, qu'elles ont pu lire avant de signer :

{{codes}}

Si le superviseur s'inquiète d'une pratique du coach, il en parle en séance, puis par une note partagée ; les parties conviennent d'un plan et d'une date. À défaut de suite, le superviseur peut suspendre la supervision.

Si le coach est insatisfait ou s'inquiète d'une pratique du superviseur, il dispose de la voie suivante :

{{complaintRoute}}`,

  relationships: `Une autre relation entre les parties peut troubler la supervision. Chacune déclare celles qui existent ou ont existé et, le cas échéant, comment elles seront traitées.

{{relationships}}

Chaque partie signale sans tarder toute relation nouvelle. Si elle rend la supervision impossible, le contrat prend fin selon la clause « Fin du contrat ».`,

  'data-protection': `**Responsable du traitement** : {{controller}}, pour les données de la supervision. La plateforme Visavis agit comme sous-traitant, sur instruction et sous contrat (article 28 du RGPD). Le coach est responsable des données de ses propres clients et n'en confie aucune qui permette de les reconnaître.

**Pour quoi et sur quel fondement** : tenir le contrat, les rendez-vous et les séances (exécution du contrat) ; facturer (obligation légale) ; prouver les signatures (intérêt légitime) ; attester des heures (exécution du contrat). Rien n'est vendu, aucun profil n'est établi et aucune décision n'est automatisée.

**Ce qui est chiffré** : ce qui est écrit dans un coffre (journal, notes de séance) est chiffré sur l'appareil de son auteur ; ni le cabinet ni l'hébergeur ne peuvent le lire. **Ce qui ne l'est pas de cette manière** : l'identité et les coordonnées, les dates et les durées, le présent contrat, les commentaires sur ses projets et les factures, que le cabinet peut lire.

**Durées** : notes de séance, {{notesKept}} ; contrat et preuves de signature, {{evidenceKept}} après la fin du contrat ; pièces comptables, {{accountingKept}}.

**Droits** : accès, rectification, effacement, limitation, opposition et portabilité, en écrivant à {{rightsContact}} ; une réponse est donnée dans le mois. Une réclamation peut être adressée à la CNIL (www.cnil.fr) ou à l'autorité du pays de résidence.`,

  records: `Chaque partie peut prendre des notes et en est seule gardienne ; les notes partagées appartiennent aux deux. Elles désignent les clients du coach par des codes.

Les notes de séance sont gardées {{notesKept}} après la fin du contrat au plus, puis effacées. Une note, même privée, qui concerne une personne reste une donnée personnelle et peut faire l'objet d'une demande d'accès de cette personne.

La présence et les minutes de chaque séance sont constatées et confirmées par les deux parties ; elles fondent les attestations d'heures. Une erreur se corrige par une écriture nouvelle, jamais par effacement.

{{recording}}`,

  review: `Les parties font un bilan au moins tous les {{reviewMonths}} mois : alliance, utilité, changements dans la pratique, suites.

Toute modification du contrat fait l'objet d'un avenant écrit, signé par les mêmes parties, qui indique sa date d'effet. Aucun silence ne vaut accord.

Chaque partie peut suspendre la supervision pour {{suspensionWeeks}} semaines au plus, en le disant à l'autre par écrit. Pendant la suspension, aucune séance n'est réservée ni due ; la confidentialité et les règles sur les notes continuent de s'appliquer.`,

  ending: `Chaque partie peut mettre fin au contrat à tout moment, sans motif, par écrit, avec un préavis de {{noticeDays}} jours. Les séances se poursuivent pendant le préavis. {{closingSession}}

Le contrat peut prendre fin immédiatement d'un commun accord, ou par la décision d'une seule partie en cas de manquement déontologique grave de l'autre ou d'incapacité de poursuivre.

{{unusedMinutes}} Les séances tenues restent dues.

La confidentialité, les règles sur les notes et les données, les sommes dues et la preuve survivent à la fin du contrat. Un renouvellement fait l'objet d'un nouveau contrat signé.`,

  consumer: `**Droit de rétractation.** Le coach qui contracte en qualité de consommateur peut se rétracter sans motif dans un délai de quatorze jours à compter du lendemain de la conclusion du contrat (articles L221-18 et suivants du code de la consommation). Il lui suffit de l'exprimer sans ambiguïté avant la fin du délai, depuis son espace ou par écrit, par exemple ainsi : « Je vous notifie ma rétractation du contrat de supervision conclu le … ; nom, adresse, date. » Les sommes versées sont remboursées dans les quatorze jours.

{{earlyStart}}

**Médiation.** En cas de litige que les parties n'ont pu résoudre par une réclamation écrite, le consommateur peut saisir gratuitement le médiateur de la consommation : {{mediator}}. Il conserve le droit de saisir le juge.`,

  law: `Le contrat est rédigé en français ; cette version fait foi, une traduction n'est donnée que pour information. Il est soumis au droit du pays suivant : {{law}}, sans priver un consommateur de la protection des règles impératives du pays où il réside.

En cas de différend, les parties se parlent d'abord, puis recourent à un tiers accepté par les deux. À défaut d'accord dans les trente jours, le litige relève de la compétence suivante : {{courts}}.

Si une clause est jugée nulle, les autres demeurent.`,

  evidence: `Les parties signent par une **signature électronique simple** au sens du règlement (UE) n° 910/2014 (eIDAS). Elle n'est ni avancée ni qualifiée.

Le texte est figé avant d'être proposé ; les empreintes SHA-256 de son contenu et du document PDF sont alors connues. Chaque partie signe depuis son propre compte, après s'être de nouveau identifiée par un code à usage unique ou une clé d'accès, en cochant les clauses mises en évidence et en saisissant son nom. La signature porte les empreintes du texte affiché. Les événements sont consignés dans un journal dont chaque ligne est liée à la précédente par une empreinte ; le document signé est scellé et, lorsqu'une autorité d'horodatage est configurée, horodaté. Chaque partie en reçoit un exemplaire par courriel.

Les parties conviennent, en application des articles 1366 à 1368 du code civil, que ces éléments font preuve entre elles de l'identité des signataires, du contenu et de la date, **jusqu'à preuve contraire**, que chacune peut toujours rapporter par tous moyens. Cette convention ne prive un consommateur d'aucun droit.`,

  additional: '',
});
