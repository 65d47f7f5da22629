import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Instant } from '@visavis/kernel';
import { sayMoment } from '../../ui/say-time';
import { Icon } from '../../ui/icon';
import { MoveAppointment, type MoveRefused } from '../move-appointment';

/** Why a move did not happen, with free times near by. */
@Component({
  selector: 'visavis-move-notice',
  imports: [Icon, MatButton],
  template: `
    <div role="alert">
      @if (mover.refused(); as refused) {
        <div class="notice">
          <visavis-icon name="warning" />
          <p>{{ refused.words }}</p>
          <div class="actions">
            @for (start of refused.alternatives; track start) {
              <button matButton="outlined" type="button" (click)="moveTo(refused, start)">{{ say(start) }}</button>
            }
            <button matButton type="button" (click)="mover.dismiss()" i18n>Fermer</button>
          </div>
        </div>
      }
    </div>
  `,
  styleUrl: './move-notice.scss',
})
export class MoveNotice {
  protected readonly mover = inject(MoveAppointment);
  readonly zone = input.required<string>();

  protected say(start: Instant): string {
    return sayMoment(this.zone(), start);
  }

  protected moveTo({ appointment }: MoveRefused, start: Instant): void {
    void this.mover.move(appointment, start, this.zone());
  }
}
