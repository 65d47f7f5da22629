import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../../../ui/icon';

const MOST = 20;
const LONGEST = 40;

/** The tags of an entry: added by Enter or a comma, taken away one by one. */
@Component({
  selector: 'visavis-tag-line',
  imports: [Icon],
  template: `
    <ul class="bare tags">
      @for (tag of tags(); track tag) {
        <li>
          <span>{{ tag }}</span>
          @if (!readOnly()) {
            <button type="button" (click)="remove(tag)"><visavis-icon name="close" /><span class="visually-hidden" i18n>Enlever l’étiquette {{ tag }}</span></button>
          }
        </li>
      }
      @if (!readOnly() && mayAdd()) {
        <li class="add">
          <label class="visually-hidden" for="new-tag" i18n>Ajouter une étiquette</label>
          <input id="new-tag" autocomplete="off" placeholder="Étiquette…" i18n-placeholder #box (keydown.enter)="add(box, $event)" (keydown)="addAtComma(box, $event)" (change)="add(box)" />
        </li>
      }
    </ul>
  `,
  styleUrl: './tag-line.scss',
})
export class TagLine {
  readonly tags = input.required<readonly string[]>();
  readonly readOnly = input(false);
  readonly changed = output<readonly string[]>();
  protected readonly mayAdd = computed(() => this.tags().length < MOST);

  protected addAtComma(box: HTMLInputElement, event: KeyboardEvent): void {
    if (event.key === ',') this.add(box, event);
  }

  protected add(box: HTMLInputElement, event?: Event): void {
    event?.preventDefault();
    const tag = box.value.trim().replace(/^#/, '').slice(0, LONGEST);
    box.value = '';
    if (tag !== '' && !this.tags().includes(tag)) this.changed.emit([...this.tags(), tag]);
  }

  protected remove(tag: string): void {
    this.changed.emit(this.tags().filter((each) => each !== tag));
  }
}
