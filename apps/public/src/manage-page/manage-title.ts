import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { BookedCall, ManageDeed } from '@visavis/booking';

/** Says first what has just happened, otherwise how things stand. */
@Component({
  selector: 'vv-manage-title',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './manage-title.html',
})
export class ManageTitle {
  readonly call = input.required<BookedCall>();
  readonly deed = input.required<ManageDeed | null>();

  protected readonly state = computed(() => {
    const { status, canRebook } = this.call();
    if (status === 'cancelled') return 'cancelled';
    if (canRebook) return 'rebook';
    return status === 'booked' ? (this.deed() ?? 'booked-before') : 'over';
  });
  protected readonly again = computed(() => `/${this.call().language}/c/${this.call().practice.slug}/${this.call().supervisor.slug}`);
}
