import { inject, Injectable } from '@angular/core';
import {
  contractLettersReply,
  contractReply,
  contractsReply,
  differenceReply,
  evidenceReply,
  inviteCallerReply,
  templateReply,
  templatesReply,
  type AmendWish,
  type CommentWish,
  type ContractDraft,
  type ContractLettersReply,
  type ContractReply,
  type ContractsQuery,
  type ContractsReply,
  type CreateContractWish,
  type DifferenceReply,
  type EndWish,
  type EvidenceReply,
  type GiveNoticeWish,
  type InviteCallerReply,
  type InviteCallerWish,
  type SignWish,
  type SuspendWish,
  type TemplateReply,
  type TemplateWish,
} from '@visavis/supervision';
import * as z from 'zod';
import { ApiConnection } from '../shell/api-connection';
import type { Download } from '../shell/download';

export const CONTRACT_FILES = ['document.pdf', 'sealed.pdf', 'canonical.json'] as const;
export type ContractFile = (typeof CONTRACT_FILES)[number];

/** Contracts of supervision, from the draft to the end. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class ContractClient {
  readonly #api = inject(ApiConnection);

  list(query: Partial<ContractsQuery>, signal?: AbortSignal): Promise<ContractsReply> {
    const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    const search = new URLSearchParams(given as [string, string][]).toString();
    return this.#api.get(`/api/contracts${search && `?${search}`}`, contractsReply, signal);
  }

  read(id: string, signal?: AbortSignal): Promise<ContractReply> {
    return this.#api.get(path(id), contractReply, signal);
  }

  /** To read it: the evidence says when a text that waits for their signature was before a party first. */
  async open(id: string, signal?: AbortSignal): Promise<ContractReply> {
    const contract = await this.read(id, signal);
    const { mine, proposed } = contract;
    if (mine && proposed && proposed.state !== 'signed') {
      const { number, pdfSha256 } = proposed;
      // Whoever reads is not kept from it: a text that has changed meanwhile is said when it is signed.
      this.#api.post(`${path(id)}/viewed`, { number, pdfSha256 }, z.undefined()).catch(() => undefined);
    }
    return contract;
  }

  /** What was written about it, the newest first. */
  letters(id: string, signal?: AbortSignal): Promise<ContractLettersReply> {
    return this.#api.get(`${path(id)}/letters`, contractLettersReply, signal);
  }

  /** One that failed for good, to the address that its reader has now. */
  sendLetterAgain(id: string, letterId: string): Promise<ContractLettersReply> {
    const letter = encodeURIComponent(letterId);
    return this.#api.post(`${path(id)}/letters/${letter}/send-again`, {}, contractLettersReply);
  }

  create(wish: CreateContractWish): Promise<ContractReply> {
    return this.#api.post('/api/contracts', wish, contractReply);
  }

  /** From a discovery call: the invitation leaves, and a draft waits. */
  inviteCaller(appointmentId: string, wish: InviteCallerWish): Promise<InviteCallerReply> {
    const call = encodeURIComponent(appointmentId);
    return this.#api.post(`/api/appointments/${call}/invite`, wish, inviteCallerReply);
  }

  saveDraft(id: string, revision: number, content: ContractDraft): Promise<ContractReply> {
    return this.#api.put(`${path(id)}/draft`, { revision, content }, contractReply);
  }

  propose(id: string, revision: number): Promise<ContractReply> {
    return this.#act(id, 'propose', { revision });
  }

  comment(id: string, wish: CommentWish): Promise<ContractReply> {
    return this.#act(id, 'comments', wish);
  }

  requestChanges(id: string, number: number, reason: string): Promise<ContractReply> {
    return this.#act(id, 'request-changes', { number, reason, comments: [] });
  }

  decline(id: string, number: number, reason: string): Promise<ContractReply> {
    return this.#act(id, 'decline', { number, reason });
  }

  withdraw(id: string, number: number, reason: string): Promise<ContractReply> {
    return this.#act(id, 'withdraw', { number, reason });
  }

  /** Needs a fresh proof of who one is. */
  sign(id: string, wish: SignWish): Promise<ContractReply> {
    return this.#act(id, 'sign', wish);
  }

  amend(id: string, wish: AmendWish): Promise<ContractReply> {
    return this.#act(id, 'amend', wish);
  }

  suspend(id: string, wish: SuspendWish): Promise<ContractReply> {
    return this.#act(id, 'suspend', wish);
  }

  resume(id: string): Promise<ContractReply> {
    return this.#act(id, 'resume', {});
  }

  giveNotice(id: string, wish: GiveNoticeWish): Promise<ContractReply> {
    return this.#act(id, 'give-notice', wish);
  }

  cancelNotice(id: string): Promise<ContractReply> {
    return this.#act(id, 'cancel-notice', {});
  }

  end(id: string, wish: EndWish): Promise<ContractReply> {
    return this.#act(id, 'end', wish);
  }

  complete(id: string): Promise<ContractReply> {
    return this.#act(id, 'complete', { reviewed: true });
  }

  rescind(id: string): Promise<ContractReply> {
    return this.#act(id, 'rescind', { confirmed: true });
  }

  /** The reply is the new contract, drafted from this one. */
  renew(id: string): Promise<ContractReply> {
    return this.#act(id, 'renew', {});
  }

  difference(id: string, number: number, signal?: AbortSignal): Promise<DifferenceReply> {
    return this.#api.get(`${path(id)}/versions/${number}/difference`, differenceReply, signal);
  }

  evidence(id: string, signal?: AbortSignal): Promise<EvidenceReply> {
    return this.#api.get(`${path(id)}/evidence`, evidenceReply, signal);
  }

  file(id: string, number: number, name: ContractFile, signal: AbortSignal): Promise<Download> {
    return this.#api.download(`${path(id)}/versions/${number}/${name}`, () => undefined, signal);
  }

  async templates(signal?: AbortSignal): Promise<TemplateReply[]> {
    return (await this.#api.get('/api/contract-templates', templatesReply, signal)).templates;
  }

  addTemplate(wish: TemplateWish): Promise<TemplateReply> {
    return this.#api.post('/api/contract-templates', wish, templateReply);
  }

  changeTemplate(id: string, wish: TemplateWish): Promise<TemplateReply> {
    return this.#api.put(`/api/contract-templates/${encodeURIComponent(id)}`, wish, templateReply);
  }

  #act(id: string, act: string, wish: unknown): Promise<ContractReply> {
    return this.#api.post(`${path(id)}/${act}`, wish, contractReply);
  }
}

function path(id: string): string {
  return `/api/contracts/${encodeURIComponent(id)}`;
}
