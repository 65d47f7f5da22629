import { afterNextRender, type Injector } from '@angular/core';

/** Moves the focus, and with it the screen and the screen reader, to an element of the next rendering. */
export function focusOn(id: string, injector: Injector): void {
  afterNextRender(() => document.getElementById(id)?.focus(), { injector });
}
