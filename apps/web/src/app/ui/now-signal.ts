import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import { MINUTE, type Instant } from '@visavis/kernel';

/** The present moment, to the minute; followed while its owner lives. */
export function nowSignal(): Signal<Instant> {
  const now = signal(Date.now());
  const timer = setInterval(() => now.set(Date.now()), MINUTE / 2);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return now.asReadonly();
}
