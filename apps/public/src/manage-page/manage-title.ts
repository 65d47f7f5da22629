import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { BookedCall, ManageDeed } from '@visavis/booking';
import { MANAGE_TITLES } from '../words/manage-words';

/** Says first what has just happened, otherwise how things stand. */
@Component({
  selector: 'vv-manage-title',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h1 id="done-title" tabindex="-1">{{ words().title }}</h1>
    @if (words().hint; as hint) {
      <p class="lead">{{ hint }}</p>
    }
    @if (call().status === 'cancelled') {
      <p class="lead"><a [href]="again()">{{ againWords }}</a></p>
    }
  `,
})
export class ManageTitle {
  readonly call = input.required<BookedCall>();
  readonly deed = input.required<ManageDeed | null>();

  protected readonly againWords = MANAGE_TITLES.again;
  protected readonly words = computed(() => titleOf(this.call(), this.deed()));
  protected readonly again = computed(() => {
    const { language, practice, supervisor } = this.call();
    return `/${language}/c/${practice.slug}/${supervisor.slug}`;
  });
}

function titleOf(call: BookedCall, deed: ManageDeed | null): { title: string; hint: string } {
  const t = MANAGE_TITLES;
  if (call.status === 'cancelled') return { title: t.cancelled, hint: '' };
  if (call.canRebook) return { title: t.rebook, hint: t.rebookHint(call.supervisor.name) };
  if (call.status === 'no-show') return { title: t.noShow, hint: '' };
  if (call.status === 'done') return { title: t.over, hint: '' };
  if (deed === 'booked') return { title: t.booked(call.firstName), hint: t.bookedHint };
  if (deed === 'moved') return { title: t.moved, hint: t.movedHint };
  if (deed === 'email-corrected') return { title: t.email, hint: t.emailHint };
  return { title: t.before(call.supervisor.name), hint: '' };
}
