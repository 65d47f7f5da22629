import type { EChartsCoreOption } from 'echarts/core';
import { LANGUAGE } from '../../../ui/language';
import type { Axis, Picture } from '../picture';

/** Colours and letters of the page, as they are now: light or dark. */
export interface Look {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly signal: string;
  readonly surface: string;
  readonly font: string;
  readonly isStill: boolean;
}

/** Six shares are told apart by light and pattern, not by hue alone. */
const TINTS = [100, 74, 52, 36, 22, 12];

/** A part narrower than its own figure says it in the table alone: on a phone they would run into each other. */
const LABELLED = 0.16;

export function chartOptions(picture: Picture, look: Look): EChartsCoreOption {
  const common = {
    animation: !look.isStill,
    animationDuration: 300,
    textStyle: { fontFamily: look.font, color: look.ink, fontSize: 13 },
    grid: { left: 8, right: 24, top: 12, bottom: 8, containLabel: true },
  };
  switch (picture.kind) {
    case 'intervals':
      return {
        ...common,
        ...shares(look),
        yAxis: names(
          picture.rows.map(({ name }) => name),
          look,
        ),
        series: intervals(picture, look),
      };
    case 'stacks':
      return {
        ...common,
        ...shares(look),
        yAxis: names(
          picture.rows.map(({ name }) => name),
          look,
        ),
        series: picture.parts.map((name, at) => ({
          name,
          type: 'bar',
          stack: 'all',
          barMaxWidth: 28,
          itemStyle: { color: tint(look, at), borderColor: look.surface, borderWidth: 2 },
          label: {
            show: true,
            color: at < 2 ? look.surface : look.ink,
            formatter: ({ value }: { value: number }) => (value >= LABELLED ? percent(value) : ''),
          },
          data: picture.rows.map((row) => row.shares[at] ?? 0),
        })),
      };
    case 'bars':
      return {
        ...common,
        ...shares(look),
        yAxis: names(
          picture.rows.map(({ name }) => name),
          look,
        ),
        series: picture.series.map((name, at) => ({
          name,
          type: 'bar',
          barMaxWidth: 18,
          itemStyle: { color: tint(look, at * 2) },
          label: {
            show: true,
            position: 'right',
            color: look.ink,
            formatter: ({ value }: { value: number | null }) => (value === null ? '' : percent(value)),
          },
          data: picture.rows.map((row) => row.shares[at] ?? null),
        })),
      };
    case 'dots':
      return {
        ...common,
        grid: { ...common.grid, left: 28, bottom: 28 },
        xAxis: values(picture.x, look),
        // Beside its labels, which are wider than those below are high.
        yAxis: { ...values(picture.y, look), nameGap: picture.y.percent ? 40 : 28 },
        series: [
          {
            type: 'scatter',
            symbolSize: 10,
            itemStyle: { color: look.accent, opacity: 0.6 },
            data: picture.points.map(([x, y]) => [x, y]),
          },
        ],
      };
  }
}

/** A bar from low to high on a bar that is not seen, with a mark where the share is. */
function intervals({ rows }: Extract<Picture, { kind: 'intervals' }>, look: Look): object[] {
  return [
    {
      type: 'bar',
      stack: 'range',
      silent: true,
      itemStyle: { color: 'transparent' },
      barMaxWidth: 14,
      data: rows.map(({ low }) => low),
    },
    {
      type: 'bar',
      stack: 'range',
      barMaxWidth: 14,
      itemStyle: { color: tint(look, 2), borderRadius: 7 },
      data: rows.map(({ low, high }) => high - low),
    },
    {
      type: 'scatter',
      symbol: 'rect',
      symbolSize: [4, 22],
      itemStyle: { color: look.signal },
      data: rows.flatMap(({ point }, at) => (point === null ? [] : [[point, at]])),
    },
  ];
}

function shares(look: Look) {
  return {
    xAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: { color: look.muted, formatter: percent, fontSize: 12 },
      splitLine: { lineStyle: { color: look.line } },
    },
  };
}

function names(data: readonly string[], look: Look) {
  return {
    type: 'category',
    inverse: true,
    data,
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
    axisLabel: { color: look.ink, width: 92, overflow: 'break', fontSize: 13, lineHeight: 16 },
  };
}

function values({ name, min, max, percent: inPercent }: Axis, look: Look) {
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: 28,
    nameTextStyle: { color: look.muted },
    min,
    max,
    axisLabel: { color: look.muted, ...(inPercent && { formatter: percent }) },
    splitLine: { lineStyle: { color: look.line } },
  };
}

function tint({ accent, surface }: Look, at: number): string {
  return mix(accent, surface, (TINTS[at] ?? 12) / 100);
}

/** Two colours as `#rrggbb`. */
export function mix(one: string, other: string, share: number): string {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const others = parts(other);
  const mixed = parts(one).map((part, at) => Math.round(part * share + (others[at] ?? 0) * (1 - share)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function percent(share: number): string {
  return LANGUAGE === 'fr' ? `${Math.round(share * 100)}\u202f%` : `${Math.round(share * 100)}%`;
}
