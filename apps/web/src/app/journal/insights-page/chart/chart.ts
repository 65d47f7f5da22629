import {
  afterRenderEffect,
  Component,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  viewChild,
  computed,
} from '@angular/core';
import type { ECharts } from 'echarts/core';
import { mediaSignal } from '../../../ui/media-signal';
import type { Picture } from '../picture';
import type { Look } from './chart-options';

const ROW = { intervals: 44, stacks: 56, bars: 60, dots: 0 } as const;

/** A picture of figures that stand in a table beside it: nobody needs to see it to know what it says. */
@Component({
  selector: 'visavis-chart',
  template: `<div #place class="place" aria-hidden="true" [style.block-size.px]="height()"></div>`,
  styles: ':host { display: block; } .place { inline-size: 100%; }',
})
export class Chart {
  readonly #document = inject(DOCUMENT);
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  readonly #isDark = mediaSignal('(prefers-color-scheme: dark)');
  readonly #isStill = mediaSignal('(prefers-reduced-motion: reduce)');
  readonly picture = input.required<Picture>();
  protected readonly height = computed(() => {
    const picture = this.picture();
    return picture.kind === 'dots' ? 260 : 44 + ROW[picture.kind] * picture.rows.length;
  });
  #chart: Promise<ECharts> | null = null;

  constructor() {
    const watch = new ResizeObserver(() => void this.#chart?.then((chart) => chart.resize()));
    afterRenderEffect(() => {
      const [picture, place] = [this.picture(), this.place().nativeElement];
      this.#isDark();
      const look = this.#look(this.#isStill());
      const drawing = import('./draw-chart');
      this.#chart ??= drawing.then(({ beginChart }) => beginChart(place));
      watch.observe(place);
      void Promise.all([drawing, this.#chart]).then(([{ drawChart }, chart]) =>
        drawChart(chart, picture, look),
      );
    });
    inject(DestroyRef).onDestroy(() => {
      watch.disconnect();
      void this.#chart?.then((chart) => chart.dispose());
    });
  }

  #look(isStill: boolean): Look {
    const style = getComputedStyle(this.#document.documentElement);
    const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
    return {
      ink: of('color-ink'),
      muted: of('color-muted'),
      line: of('color-line'),
      accent: of('color-accent'),
      signal: of('color-signal'),
      surface: of('color-surface'),
      font: of('font-sans'),
      isStill,
    };
  }
}
