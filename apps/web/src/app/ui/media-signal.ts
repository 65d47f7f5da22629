import { DestroyRef, inject, signal, type Signal } from '@angular/core';

/** Whether a media query matches, followed while its owner lives. */
export function mediaSignal(query: string): Signal<boolean> {
  const list = window.matchMedia(query);
  const matches = signal(list.matches);
  const follow = (): void => matches.set(list.matches);
  list.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => list.removeEventListener('change', follow));
  return matches.asReadonly();
}
