import { afterNextRender, Directive, ElementRef, inject } from '@angular/core';

/** A heading that replaces what had the focus takes it: who cannot see the change hears it. */
@Directive({
  selector: '[visavisFocusTitle]',
  host: { tabindex: '-1', '[style.outline]': '"none"' },
})
export class FocusTitle {
  constructor() {
    const title = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => title.focus());
  }
}
