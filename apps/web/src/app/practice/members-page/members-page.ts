import { Component, computed, inject, input, linkedSignal, resource, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { ROLES } from '@visavis/account';
import { MEMBER_STATUSES, type MemberReply, type MembersReply } from '@visavis/practice';
import { ROLE_WORDS } from '../../account/account-words';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { Icon } from '../../ui/icon';
import { sayDate } from '../../ui/say-date';
import { Skeleton } from '../../ui/skeleton';
import { InviteDialog } from '../invite-dialog/invite-dialog';
import { MemberDialog } from '../member-dialog/member-dialog';
import { PeopleClient } from '../people-client';
import { MEMBER_STATUS_WORDS } from '../practice-words';
import { WaitingInvitations } from '../waiting-invitations/waiting-invitations';
import { membersQueryOf } from './members-query';

/** Milliseconds without a key before a search is sent. */
const TYPING_PAUSE = 300;

/** Everybody of the practice. What is looked for stands in the address, so that going back finds it again. */
@Component({
  selector: 'visavis-members-page',
  imports: [Icon, MatButton, Skeleton, WaitingInvitations],
  templateUrl: './members-page.html',
  styleUrl: './members-page.scss',
})
export class MembersPage {
  readonly #client = inject(PeopleClient);
  readonly #dialogs = inject(MatDialog);
  readonly #notices = inject(MatSnackBar);
  readonly #router = inject(Router);
  protected readonly session = inject(Session);

  // From the address.
  readonly search = input<string>();
  readonly role = input<string>();
  readonly status = input<string>();
  readonly order = input<string>();
  readonly page = input<string>();

  protected readonly query = computed(() =>
    membersQueryOf({
      search: this.search(),
      role: this.role(),
      status: this.status(),
      order: this.order(),
      page: this.page(),
    }),
  );
  readonly #loaded = resource({
    params: () => this.query(),
    loader: ({ params, abortSignal }) => this.#client.members(params, abortSignal),
  });
  /** While another page loads, the one before stays. */
  readonly #known = linkedSignal<MembersReply | undefined, MembersReply | undefined>({
    source: () => (this.#loaded.hasValue() ? this.#loaded.value() : undefined),
    computation: (fresh, previous) => fresh ?? previous?.value,
  });
  protected readonly members = computed(() => this.#known()?.members ?? null);
  protected readonly loading = this.#loaded.isLoading;
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
  protected readonly shownPage = computed(() => this.#known()?.page ?? 1);
  protected readonly pages = computed(() =>
    Math.ceil((this.#known()?.total ?? 0) / (this.#known()?.size ?? 1)),
  );
  protected readonly count = computed(() => {
    const total = this.#known()?.total;
    if (total === undefined) return '';
    return total === 1 ? $localize`Une personne` : $localize`${total}:count: personnes`;
  });
  protected readonly alone = computed(
    () => this.#known()?.total === 1 && Object.keys(this.query()).length === 0,
  );
  protected readonly roles = ROLES;
  protected readonly roleWords = ROLE_WORDS;
  protected readonly statuses = MEMBER_STATUSES;
  protected readonly statusWords = MEMBER_STATUS_WORDS;
  protected readonly orders = [
    { value: 'name', words: $localize`Nom, de A à Z` },
    { value: 'name-descending', words: $localize`Nom, de Z à A` },
    { value: 'email', words: $localize`Adresse, de A à Z` },
    { value: 'joined-descending', words: $localize`Arrivée, la plus récente d’abord` },
    { value: 'joined', words: $localize`Arrivée, la plus ancienne d’abord` },
  ];
  protected readonly orderNow = computed(() => this.order() ?? 'name');
  private readonly waiting = viewChild.required<WaitingInvitations>('waiting');
  #typing: ReturnType<typeof setTimeout> | undefined;

  protected sayDate(at: number): string {
    return sayDate(this.session.zone(), at);
  }

  protected changeLabel({ name }: MemberReply): string {
    return $localize`Modifier ${name}:name:`;
  }

  protected reload(): void {
    this.#loaded.reload();
  }

  protected find(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#ask({ search: value.trim() || null }), TYPING_PAUSE);
  }

  protected filter(name: 'role' | 'status', event: Event): void {
    this.#ask({ [name]: (event.target as HTMLSelectElement).value || null });
  }

  protected sortBy(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#ask({ order: value === 'name' ? null : value });
  }

  protected turn(page: number): void {
    if (page >= 1 && page <= this.pages()) this.#ask({ page: page === 1 ? null : page });
  }

  protected async invite(): Promise<void> {
    if (await InviteDialog.open(this.#dialogs)) this.waiting().reload();
  }

  protected async change(member: MemberReply): Promise<void> {
    const done = await MemberDialog.open(this.#dialogs, member);
    if (!done) return;
    this.#notices.open(done);
    this.#loaded.reload();
  }

  #ask(change: Record<string, string | number | null>): void {
    void this.#router.navigate([], {
      queryParams: { page: null, ...change },
      queryParamsHandling: 'merge',
      replaceUrl: 'search' in change,
    });
  }
}
