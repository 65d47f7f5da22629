import { chartOptions, mix } from './chart-options';

const look = {
  ink: '#25221d',
  muted: '#5f584c',
  line: '#e3dac9',
  accent: '#0f565d',
  signal: '#9c3d17',
  surface: '#fffdf8',
  font: 'x',
  isStill: true,
};

describe('a chart', () => {
  it('keeps still for whoever asked for it', () => {
    const picture = { kind: 'intervals', rows: [{ name: 'a', low: 0.2, high: 0.6, point: null }] } as const;
    expect(chartOptions(picture, look)['animation']).toBe(false);
    expect(chartOptions(picture, { ...look, isStill: false })['animation']).toBe(true);
  });

  it('draws an interval from its low to its high end', () => {
    const { series } = chartOptions(
      { kind: 'intervals', rows: [{ name: 'a', low: 0.25, high: 0.75, point: 0.5 }] },
      look,
    ) as {
      series: { data: unknown[] }[];
    };
    expect(series.map(({ data }) => data)).toEqual([[0.25], [0.5], [[0.5, 0]]]);
  });

  it('leaves room for the name below an axis of percent', () => {
    const percent = { name: 'p', min: 0, max: 1, percent: true };
    const { grid, xAxis } = chartOptions({ kind: 'dots', x: percent, y: percent, points: [] }, look) as {
      grid: { bottom: number };
      xAxis: { nameGap: number };
    };
    expect(xAxis.nameGap).toBeLessThanOrEqual(grid.bottom);
  });

  it('mixes two colours of the page', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mix('#0f565d', '#fffdf8', 1)).toBe('#0f565d');
  });
});
