import { Component, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TypedAgain } from '../vault/vault-types';

export type Retyped = TypedAgain;

/** A kit typed again: the whole phrase and two groups of the code, so that it was surely written down. */
@Component({
  selector: 'visavis-retype-kit',
  imports: [MatButton],
  template: `
    <form (submit)="send($event)">
      @if (asksPhrase()) {
      <div class="line">
        <label for="retyped-phrase" i18n>Vos sept mots</label>
        <input id="retyped-phrase" autocomplete="off" autocapitalize="none" spellcheck="false" [value]="phrase()" (input)="phrase.set(valueOf($event))" />
        <p class="small quiet" i18n>Majuscules, accents et espaces ne comptent pas.</p>
      </div>
      }
      <div class="groups">
        @for (group of groupsAsked(); track group; let at = $index) {
          <div class="line">
            <label [for]="'retyped-' + group" i18n>Groupe {{ group + 1 }} du code</label>
            <input [id]="'retyped-' + group" class="group" autocomplete="off" autocapitalize="characters" spellcheck="false" [value]="groups()[at] ?? ''" (input)="typeGroup(at, $event)" />
          </div>
        }
      </div>
      <p class="acts">
        <button matButton="filled" type="submit" [disabled]="working()" >{{ act() }}</button>
        <ng-content />
      </p>
    </form>
  `,
  styleUrls: ['./open-vault.scss', './retype-kit.scss'],
})
export class RetypeKit {
  /** None where there is no new code. */
  readonly groupsAsked = input.required<readonly number[]>();
  readonly asksPhrase = input(true);
  readonly act = input($localize`Ouvrir le coffre`);
  readonly working = input(false);
  readonly typed = output<Retyped>();
  protected readonly phrase = signal('');
  protected readonly groups = signal<readonly string[]>([]);

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected typeGroup(at: number, event: Event): void {
    const text = this.valueOf(event);
    this.groups.update((groups) =>
      this.groupsAsked().map((_group, place) => (place === at ? text : (groups[place] ?? ''))),
    );
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.typed.emit({
      passphraseTyped: this.phrase(),
      groupsTyped: this.groupsAsked().map((group, at) => [group, this.groups()[at] ?? ''] as const),
    });
  }
}
