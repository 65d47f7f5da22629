import type { BidEntry, Entry, MarginDocument, Taken } from '@visavis/journal';
import { computed, DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { ProveItsYou } from '../../shell/prove-its-you';
import { Session } from '../../shell/session';
import type { AllInsights, InsightWish } from './all-insights';
import { IdleLock } from './idle-lock';
import { keepStorage } from './keep-storage';
import { type AskVault, OpenEntry } from './open-entry';
import type { Answer, Ask, Given, Need, News } from './protocol';
import { OPEN_PORT, VaultLine } from './vault-line';
import { VaultRefused, type VaultTrouble } from './vault-trouble';
import type {
  FirstLook,
  Found,
  HomecomingPlan,
  Jottings,
  NewWay,
  PastRevision,
  Person,
  PlannedReminder,
  Progress,
  RecoveryKit,
  Remark,
  SharedBefore,
  SharedEntry,
  TypedAgain,
  VaultEntry,
  VaultKey,
  VaultStanding,
  VaultState,
  Written,
} from './vault-types';

/**
 * The only door to what is readable. Keys, opening and sealing are in its worker; what comes out of here are texts for
 * the page that shows them. Every method throws `VaultRefused`. Locking ends the worker, and with it every key.
 */
@Injectable({ providedIn: 'root' })
export class JournalVault {
  readonly #session = inject(Session);
  readonly #proof = inject(ProveItsYou);
  readonly #openPort = inject(OPEN_PORT);
  readonly #storage = inject(DOCUMENT).defaultView?.navigator.storage;
  readonly #idle = new IdleLock(inject(DOCUMENT), () => void this.lock().catch(() => undefined));
  readonly #standing = signal<VaultStanding | null>(null);
  readonly #refusal = signal<VaultRefused | null>(null);
  readonly #entries = signal<ReadonlyMap<string, VaultEntry>>(new Map());
  readonly #firstLook = signal<FirstLook | null>(null);
  readonly #people = signal<readonly Person[]>([]);
  readonly #shared = signal<readonly SharedEntry[]>([]);
  readonly #reminders = signal<readonly PlannedReminder[]>([]);
  readonly #reminderTrouble = signal<VaultTrouble | null>(null);
  readonly #progress = signal<Progress | null>(null);
  readonly #writes = signal(true);
  readonly #opened = new Map<string, OpenEntry>();
  #line: Promise<VaultLine> | null = null;
  #whose: string | null = null;

  readonly state = computed<VaultState>(() =>
    this.#refusal() ? 'refused' : (this.#standing()?.state ?? 'loading'),
  );
  /** Why the vault as the server shows it is not believed. */
  readonly refusal = computed<VaultTrouble | null>(() => this.#refusal()?.reason ?? null);
  readonly generation = computed(() => this.#standing()?.generation ?? null);
  /** One's own ten words, while the vault is open. */
  readonly ownWords = computed(() => this.#standing()?.ownWords ?? []);
  readonly mayShare = computed(() => this.#standing()?.mayShare ?? false);
  /** Epoch milliseconds: until when one may write, after the last contract; null without an end. */
  readonly writableUntil = computed(() => this.#standing()?.writableUntil ?? null);
  /** Epoch milliseconds: until when a vault that was set aside stays. */
  readonly setAsideUntil = computed(() => this.#standing()?.setAsideUntil ?? null);

  /** Everything in the journal while it is open; margins and the vault's own index are not among them. */
  readonly entries = computed(() => [...this.#entries().values()]);
  /** As last read by `readPeople`. */
  readonly people = this.#people.asReadonly();
  /** What others shared with this person, as last read by `readShared`. */
  readonly shared = this.#shared.asReadonly();
  /** What the server will remind of by e-mail, as far as this device knows. */
  readonly reminders = this.#reminders.asReadonly();
  /** Why a reminder could not be planned; it is tried again. */
  readonly reminderTrouble = this.#reminderTrouble.asReadonly();
  /** Of long work: taking away, bringing home, new keys; null when nothing of it is going on. */
  readonly progress = this.#progress.asReadonly();
  /** False while another tab writes: here one reads, or takes over. */
  readonly writes = this.#writes.asReadonly();
  /** What a device that had not seen this vault found: shown before anything is saved from here. */
  readonly firstLook = this.#firstLook.asReadonly();

  constructor() {
    // Known before the first page asks: what the effect finds first is no change, and ends nothing that has begun.
    this.#whose = this.#whoseSession();
    effect(() => {
      const whose = this.#whoseSession();
      untracked(() => this.#belongTo(whose));
    });
    const document = inject(DOCUMENT);
    const leaving = () => void this.#leave(document.visibilityState === 'hidden');
    document.addEventListener('visibilitychange', leaving);
    document.defaultView?.addEventListener('pagehide', leaving);
    document.defaultView?.addEventListener('online', () => void this.#backOnline());
    inject(DestroyRef).onDestroy(() => void this.#end());
  }

  /** Asks the server how it stands; pages of the journal begin with it. What is open stays open. */
  async look(): Promise<void> {
    if (this.#standing()?.state === 'open' || this.#standing()?.state === 'rotating') return;
    await this.#changing('look', undefined);
  }

  /** Texts on this device that wait to be sent, also while the vault is locked. */
  countUnsent(): Promise<number> {
    return this.#ask('countUnsent', undefined);
  }

  /** The person knows why the server shows another vault than this device remembers, and accepts it. */
  async acceptShown(): Promise<void> {
    await this.#changing('acceptShown', undefined);
  }

  async acceptFirstLook(): Promise<void> {
    await this.#ask('acceptFirstLook', undefined);
  }

  /** What changed on other devices since; also tries again to send what waits. */
  async refresh(): Promise<void> {
    await this.#ask('refresh', undefined);
  }

  /** An entry to work on; the same one while it is open. Close it on leaving. */
  async open(id: string): Promise<OpenEntry> {
    const opened = this.#opened.get(id);
    if (opened) return opened;
    const stored = this.#entries().get(id);
    if (!stored) throw new VaultRefused('entry-unknown');
    if (!stored.entry) throw new VaultRefused('entry-unreadable', { reason: stored.trouble });
    const margin = stored.hasMargin ? await this.readMargin(id) : null;
    return this.#openEntry(id, stored.entry, stored, margin);
  }

  /** A new entry, which exists from its first stroke on. */
  begin(entry: Entry): OpenEntry {
    return this.#openEntry(crypto.randomUUID(), entry, null, null);
  }

  /** Writes here from now on: what the other tab held is taken up. */
  async takeOver(): Promise<void> {
    await this.#ask('takeOver', undefined);
  }

  /** A revision of everything that is typed, before an update of the page or another way of leaving. */
  async saveAll(): Promise<void> {
    await Promise.all([...this.#opened.values()].map((each) => each.save()));
  }

  hasUnsaved(): boolean {
    return [...this.#opened.values()].some((each) => each.hasUnsaved());
  }

  jottings(entryId: string): Promise<Jottings> {
    return this.#ask('jottings', entryId);
  }

  /** On this device, sealed, before it is sent: all of an entry's each time. */
  jot(entryId: string, jottings: Jottings): Promise<void> {
    return this.#ask('jot', { entryId, jottings });
  }

  /** Seals it as the next revision; answers its number. What one types in goes through `open`. */
  save(written: Written): Promise<number> {
    return this.#ask('save', written);
  }

  readMargin(entryId: string): Promise<MarginDocument | null> {
    return this.#ask('readMargin', entryId);
  }

  /** Reads anew with whom one has a contract, and whether their words were read. */
  async readPeople(): Promise<void> {
    this.#people.set(await this.#ask('people', undefined));
  }

  wordsOf(userId: string): readonly string[] {
    return this.#people().find((person) => person.userId === userId)?.words ?? [];
  }

  /** They read their words aloud, and these are them. */
  async confirmWords(userId: string): Promise<void> {
    this.#people.set(await this.#ask('confirmWords', { userId, words: this.wordsOf(userId) }));
  }

  /** The text as it is now, and what follows; nothing of before. */
  async share(id: string, userId: string): Promise<void> {
    await this.#opened.get(id)?.save();
    await this.#ask('share', { id, userId });
  }

  async revoke(id: string, userId: string): Promise<void> {
    await this.#ask('revoke', { id, userId });
  }

  /** What new keys took from its readers and nobody reads since, as far as this device knows. */
  sharedBefore(): Promise<readonly SharedBefore[]> {
    return this.#ask('sharedBefore', undefined);
  }

  /** It is not to be shared again. */
  async letGo(entryId: string): Promise<void> {
    await this.#ask('letGo', entryId);
  }

  async readShared(): Promise<void> {
    this.#shared.set(await this.#ask('shared', undefined));
  }

  comments(entryId: string): Promise<readonly Remark[]> {
    return this.#ask('comments', entryId);
  }

  async comment(id: string, text: string): Promise<void> {
    await this.#ask('comment', { id, text });
  }

  /**
   * In everything that is open, margins too; a word may be half typed. Answered at once: right after unlocking from what
   * is indexed by then.
   */
  search(typed: string): Promise<Found> {
    return this.#ask('search', typed);
  }

  /** From then on a search looks through everything. */
  indexed(): Promise<void> {
    return this.#ask('indexed', undefined);
  }

  insights(wish: InsightWish): Promise<AllInsights> {
    return this.#ask('insights', wish);
  }

  sealedForecast(id: string): Promise<BidEntry | null> {
    return this.#ask('sealedForecast', id);
  }

  /** The one door through which a text or a PDF is made: everything readable, for this page only. */
  everything(): Promise<readonly Taken[]> {
    return this.#ask('everything', undefined);
  }

  /** The whole journal as the file that can be brought home. */
  takeAway(): Promise<string> {
    return this.#ask('takeAway', undefined);
  }

  /** Reads a file that was taken away, and says what bringing it back would change. */
  planHomecoming(file: string): Promise<HomecomingPlan> {
    return this.#ask('planHomecoming', file);
  }

  bringHome(): Promise<void> {
    return this.#progressing(() => this.#ask('bringHome', undefined));
  }

  /** Forty fictitious bids, marked as such. */
  loadDemo(): Promise<void> {
    return this.#progressing(() => this.#ask('loadDemo', undefined));
  }

  removeDemo(): Promise<void> {
    return this.#progressing(() => this.#ask('removeDemo', undefined));
  }

  /** The entry that the link of a reminder's letter is about; null when there is none. */
  reminded(reminderId: string): Promise<string | null> {
    return this.#ask('reminded', reminderId);
  }

  /** Earlier texts, the newest first. */
  history(entryId: string): Promise<readonly PastRevision[]> {
    return this.#ask('history', entryId);
  }

  /** For good, with its margin: nothing of it can be had again. */
  async remove(entryId: string): Promise<void> {
    await this.#ask('remove', entryId);
  }

  /** A new vault to be shown: nothing exists until `confirmAndOpen`. */
  prepare(): Promise<RecoveryKit> {
    return this.#ask('prepare', undefined);
  }

  /** Opens the vault that was prepared, once its passphrase and the two groups asked for were typed again. */
  async confirmAndOpen(typed: TypedAgain): Promise<void> {
    await this.#opening('confirmAndOpen', typed);
  }

  /** Somebody begins to type their key; nothing depends on it. */
  fetchAhead(): void {
    void this.#ask('fetchAhead', undefined).catch(() => undefined);
  }

  async unlock(key: VaultKey): Promise<void> {
    await this.#opening('unlock', key);
  }

  /** Another passphrase or recovery code, to be shown; the former one goes when it was typed again. */
  prepareWay(kind: NewWay['kind']): Promise<NewWay> {
    return this.#ask('prepareWay', kind);
  }

  async confirmWay(typed: TypedAgain): Promise<void> {
    await this.#ask('confirmWay', typed);
  }

  /** Somebody may know a way in: a new kit, and then new keys for every text. What is shared ends being shared. */
  prepareRotation(): Promise<RecoveryKit> {
    return this.#ask('prepareRotation', undefined);
  }

  /** `progress` tells how far it is; broken off, it goes on after the next unlocking. */
  async confirmRotation(typed: TypedAgain): Promise<void> {
    await this.saveAll();
    this.#standing.set(await this.#progressing(() => this.#ask('confirmRotation', typed)));
  }

  /** Every way in is lost: the vault is set aside for 90 days, and another one can be opened. */
  async startAgain(): Promise<void> {
    this.#standing.set(await this.#ask('startAgain', undefined));
    this.#refusal.set(null);
  }

  /** Writes down what was typed, then forgets every key. */
  async lock(): Promise<void> {
    if (!this.#line) return;
    const standing = this.#standing();
    try {
      await Promise.allSettled([...this.#opened.values()].map((each) => each.save()));
      await this.#ask('flush', undefined);
    } finally {
      await this.#end();
      if (standing?.state === 'open' || standing?.state === 'rotating')
        this.#standing.set({ ...standing, state: 'locked', ownWords: [] });
    }
  }

  async #opening<A extends 'confirmAndOpen' | 'unlock'>(ask: A, given: Given<A>): Promise<void> {
    this.#standing.set(await this.#ask(ask, given));
    this.#idle.start();
    void keepStorage(this.#storage);
  }

  /** What the server shows may be refused as a whole: that is a state, and every page says so. */
  async #changing(ask: 'look' | 'acceptShown', given: undefined): Promise<void> {
    try {
      this.#standing.set(await this.#ask(ask, given));
      this.#refusal.set(null);
    } catch (error) {
      if (!(error instanceof VaultRefused)) throw error;
      this.#refusal.set(error);
    }
  }

  async #ask<A extends Ask>(ask: A, given: Given<A>): Promise<Answer<A>> {
    this.#line ??= this.#begin();
    return (await this.#line).ask(ask, given);
  }

  async #begin(): Promise<VaultLine> {
    return new VaultLine(await this.#openPort(), {
      heard: (news) => this.#hear(news),
      needed: (need) => this.#meet(need),
    });
  }

  #openEntry(id: string, entry: Entry, stored: VaultEntry | null, margin: MarginDocument | null): OpenEntry {
    const closed = () => void this.#opened.delete(id);
    const ask: AskVault = (question, given) => this.#ask(question, given);
    const opened = new OpenEntry(ask, id, { entry, stored, margin, closed });
    this.#opened.set(id, opened);
    return opened;
  }

  /** A tab that is put aside may never come back: what was typed is laid down first, and saved while there is time. */
  async #leave(isHidden: boolean): Promise<void> {
    const all = [...this.#opened.values()];
    await Promise.allSettled(
      all.map((each) => (isHidden ? each.keep().then(() => each.save()) : each.keep())),
    );
  }

  async #backOnline(): Promise<void> {
    if (this.refusal() === 'offline') this.#refusal.set(null);
    if (this.#standing()?.state === 'open') await this.refresh().catch(() => undefined);
  }

  async #progressing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.#progress.set(null);
    }
  }

  #hear(news: News): void {
    switch (news.news) {
      case 'standing':
        return this.#standing.set(news.standing);
      case 'progress':
        return this.#progress.set({ done: news.done, total: news.total });
      case 'writer':
        return this.#writes.set(news.writes);
      case 'reminders':
        this.#reminders.set(news.planned);
        return this.#reminderTrouble.set(news.trouble);
      case 'first-look':
        return this.#firstLook.set(news.look);
      case 'entries':
        this.#entries.update((all) => {
          const next = new Map(all);
          for (const entry of news.entries) next.set(entry.id, entry);
          for (const id of news.gone) next.delete(id);
          return next;
        });
        for (const entry of news.entries) this.#opened.get(entry.id)?.heard(entry);
    }
  }

  async #end(): Promise<void> {
    const line = this.#line;
    this.#line = null;
    for (const each of this.#opened.values()) each.stop();
    this.#opened.clear();
    this.#entries.set(new Map());
    this.#firstLook.set(null);
    this.#reminders.set([]);
    this.#reminderTrouble.set(null);
    this.#people.set([]);
    this.#shared.set([]);
    this.#writes.set(true);
    this.#idle.stop();
    (await line)?.end();
  }

  async #meet(need: Need): Promise<boolean> {
    if (need === 'proof') return this.#proof.ask();
    return this.#session.comeback().then(
      () => true,
      () => false, // signed out instead
    );
  }

  #whoseSession(): string | null {
    const who = this.#session.who();
    return who && `${who.email} ${who.practice.slug}`;
  }

  /** Another person, or the same one in another practice, has another vault. */
  #belongTo(whose: string | null): void {
    if (whose === this.#whose) return;
    const nobodyWasAsked = this.#whose === null && this.#standing() !== null;
    this.#whose = whose;
    if (nobodyWasAsked) return void this.#recognise();
    this.#forget();
  }

  /** The server answers again: the vault that this device opened without it belongs to who is signed in, or goes. */
  async #recognise(): Promise<void> {
    try {
      const standing = await this.#ask('recognise', undefined);
      if (standing) return this.#standing.set(standing);
      await this.#leave(false);
      this.#forget();
    } catch (error) {
      await this.#leave(false);
      this.#forget();
      if (error instanceof VaultRefused && error.reason !== 'offline') this.#refusal.set(error);
    }
  }

  #forget(): void {
    this.#standing.set(null);
    this.#refusal.set(null);
    void this.#end();
  }
}
