import type { ClauseTexts } from '../contract-content';

/** Clauses of a contract of individual supervision for a coach, to be read by a lawyer before use. */
export const CLAUSES_EN: ClauseTexts = {
  amendment: `This amendment changes version {{amendedVersion}} of the contract. It takes effect on {{effectiveDate}}; until then the previous version applies. Sessions held before that date keep their terms; later ones follow the new ones.

What changes, and why:

{{amendmentReason}}

Everything this amendment does not change stays in force.`,

  parties: `This contract is made between:

**The supervisor**

{{supervisorIdentity}}

**The coach** (the supervisee)

{{coachIdentity}}

Each party tells the other without delay when any of this changes. The supervisor keeps the insurance named above for as long as the contract lasts and shows proof of it on request.`,

  purpose: `Supervision is a regular space in which the coach steps back from their practice together with a peer trained for it. The parties have defined its purpose together:

{{purpose}}

It serves three functions, whose weights the parties agree as a guide ({{functionWeights}}):

- **formative**: learning, widening one’s repertoire, relating practice to landmarks;
- **normative**: looking after the quality of the work, ethics, and the limits of one’s competence;
- **restorative**: putting down what weighs, finding one’s resources again, preventing wear.

Supervision is neither coaching of the coach, nor training, nor mentoring towards an accreditation, nor therapy. When one of these is needed, the parties talk about it and the supervisor points the coach elsewhere.

The supervisor undertakes to use the means of the profession; no result is promised, in particular not which assignments the coach will win or what an accrediting body will decide.`,

  format: `The format is {{format}}. The rhythm is planned as {{frequency}}, each of {{sessionMinutes}}, {{place}}.

It is agreed from {{startDate}}, {{term}}.

Sessions are booked in the shared calendar; a date becomes an appointment when it is confirmed there. The rhythm can be adapted by agreement. When the coach is late the session is not prolonged; when the supervisor is late the time is made up.

Preparation is welcome and never required.`,

  fees: `The agreed price is {{fee}}. {{vat}}

Each invoice is payable within {{paymentDays}} days of its date, without discount for early payment. The price does not change while the contract lasts, save by a signed amendment, and never for sessions already held.

**Between professionals**, under article L441-10 of the French commercial code, any sum unpaid when due bears late-payment penalties from the following day, without reminder, {{latePenalty}}, and a fixed compensation of €40 for recovery costs; where the costs incurred are higher, further compensation may be claimed against proof. These penalties and this compensation do not apply to a consumer.`,

  cancellation: `The coach can cancel or move a session free of charge up to **{{noticeHours}} hours** before it starts, from their own pages or in writing.

- **Cancelled later**: {{latePercent}} of the price of the session stays due, which for a session of the usual length is {{lateFee}}.
- **Absent without cancelling**: {{noShowPercent}} of the price of the session stays due, which is {{noShowFee}}. Absence is established after fifteen minutes without news.

The exact amount is shown before the coach confirms a cancellation. A session cancelled late or missed counts for no minute of supervision, even when it is billed.

The supervisor waives these sums in a case of force majeure, illness, an emergency concerning someone close, or bereavement, told as soon as possible.

When the supervisor cancels, another date of the coach’s choice is offered as soon as possible; failing agreement the session is not billed or, when it is paid already, refunded.`,

  responsibilities: `**The supervisor undertakes to**

- offer a regular, attentive and non-judging frame, and say what is observed with candour and respect;
- be in supervision too and keep their competence alive;
- name their methods and the limits of these, and point the coach elsewhere when a question lies beyond their competence;
- draw no personal advantage from the relationship.

**The coach undertakes to**

- bring what really happens in their practice, including what is embarrassing;
- refer to clients by a code, and give no name or detail by which they could be recognised;
- tell their clients, in their own contracts, that they are supervised;
- say what is missing or disturbing in the supervision.

The coach alone is responsible for their work with clients and for the decisions they take. The supervisor answers for their own service.`,

  confidentiality: `Everything said and written in supervision is confidential, including who the coach’s clients and their organisations are. Each party is bound by this during the contract and without limit of time after it.

Confidentiality gives way only in the following cases, announced in advance:

{{exceptions}}

In these cases the party who considers speaking tells the other first whenever the law and people’s safety allow it, reveals only what is necessary, and only to those who can act.

{{sponsorView}} Conversations, notes and cases are never passed on to somebody who pays.`,

  ethics: `The parties refer to the following texts, in the version named, which they could read before signing:

{{codes}}

When the supervisor is worried about a practice of the coach, it is raised in a session, then in a shared note; the parties agree on a plan and a date. Failing this, the supervisor may suspend the supervision.

When the coach is dissatisfied or worried about a practice of the supervisor, this is the way:

{{complaintRoute}}`,

  relationships: `Another relationship between the parties can disturb supervision. Each declares those that exist or have existed and, where there are any, how they will be handled.

{{relationships}}

Each party tells the other of any new one without delay. When it makes supervision impossible, the contract ends under the clause “Ending”.`,

  'data-protection': `**Controller**: {{controller}}, for the data of the supervision. The Visavis platform acts as processor, on instruction and under contract (article 28 GDPR). The coach is controller of the data of their own clients and entrusts none by which these could be recognised.

**What for, and on which basis**: keeping the contract, appointments and sessions (performance of the contract); invoicing (legal obligation); proving signatures (legitimate interest); attesting hours (performance of the contract). Nothing is sold, no profile is made and no decision is automated.

**What is encrypted**: what is written in a vault (journal, session notes) is encrypted on its author’s device; neither the practice nor the host can read it. **What is not encrypted in that way**: identity and contact details, dates and lengths, this contract, comments on its drafts, and invoices, which the practice can read.

**How long**: session notes, {{notesKept}}; the contract and evidence of signature, {{evidenceKept}} after the contract ends; accounting documents, {{accountingKept}}.

**Rights**: access, rectification, erasure, restriction, objection and portability, by writing to {{rightsContact}}; an answer is given within a month. A complaint may be made to the CNIL (www.cnil.fr) or to the authority of the country of residence.`,

  records: `Each party may take notes and is their only keeper; shared notes belong to both. They refer to the coach’s clients by codes.

Session notes are kept for {{notesKept}} after the end of the contract at most, then erased. A note about a person, even a private one, remains personal data, and that person may ask for access to it.

Attendance and minutes of each session are recorded and confirmed by both parties; attestations of hours rest on them. A mistake is corrected by a new entry, never by erasing.

{{recording}}`,

  review: `The parties review their work at least every {{reviewMonths}} months: alliance, usefulness, changes in practice, what next.

Any change to the contract is a written amendment, signed by the same parties, that names the date of its effect. No silence counts as agreement.

Each party may suspend the supervision for {{suspensionWeeks}} weeks at most by telling the other in writing. Meanwhile no session is booked or due; confidentiality and the rules about notes go on to apply.`,

  ending: `Each party may end the contract at any time, without giving a reason, in writing, with {{noticeDays}} days’ notice. Sessions go on during the notice. {{closingSession}}

The contract may end at once by agreement, or by the decision of one party for a serious breach of ethics by the other or when going on has become impossible.

{{unusedMinutes}} Sessions held remain due.

Confidentiality, the rules about notes and data, sums due and evidence survive the end of the contract. A renewal is a new signed contract.`,

  consumer: `**Right of withdrawal.** A coach who contracts as a consumer may withdraw without giving a reason within fourteen days from the day after the contract was concluded (articles L221-18 and following of the French consumer code). It is enough to say so unmistakably before the period ends, from their own pages or in writing, for instance: “I hereby give notice that I withdraw from the supervision contract concluded on …; name, address, date.” Sums paid are refunded within fourteen days.

{{earlyStart}}

**Mediation.** In a dispute that a written complaint has not resolved, the consumer may turn, free of charge, to the consumer mediator: {{mediator}}. The right to go to court remains.`,

  law: `The contract is written in English; this version is binding, a translation is given for information only. It is governed by the law of the following country: {{law}}, without depriving a consumer of the mandatory protection of the country where they live.

In a disagreement the parties talk to each other first, then turn to a third person both accept. Failing agreement within thirty days, the dispute goes to the following courts: {{courts}}.

When a clause is found void, the others remain.`,

  evidence: `The parties sign by a **simple electronic signature** within the meaning of Regulation (EU) No 910/2014 (eIDAS). It is neither advanced nor qualified.

The text is frozen before it is proposed; the SHA-256 hashes of its content and of the PDF document are then known. Each party signs from their own account, after identifying themselves anew by a one-time code or a passkey, by ticking the highlighted clauses and typing their name. The signature carries the hashes of the text shown. Events are kept in a log whose every line is tied to the one before by a hash; the signed document is sealed and, where a time-stamp authority is configured, time-stamped. Each party receives a copy by e-mail.

The parties agree, under articles 1366 to 1368 of the French civil code, that these elements are proof between them of who signed, what and when, **until the contrary is proven**, which each may always do by any means. This agreement takes no right from a consumer.`,

  additional: '',
};
