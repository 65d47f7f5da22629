import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Picture } from '../picture';
import { chartOptions, type Look } from './chart-options';

use([BarChart, CanvasRenderer, GridComponent, ScatterChart]);

/**
 * Loaded only by the insights. The library empties its place by assigning to `innerHTML`, which Trusted Types refuse
 * whatever is assigned: on this one element the assignment becomes what it means.
 */
export function beginChart(place: HTMLElement): ECharts {
  Object.defineProperty(place, 'innerHTML', { set: () => place.replaceChildren(), configurable: true });
  return init(place);
}

export function drawChart(chart: ECharts, picture: Picture, look: Look): void {
  chart.setOption(chartOptions(picture, look), true);
}
