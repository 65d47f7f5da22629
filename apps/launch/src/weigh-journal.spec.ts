import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageScripts } from './weigh-journal.ts';

const script = (inputs: readonly string[], imports: readonly string[] = []) => ({
  inputs: Object.fromEntries(inputs.map((input) => [input, {}])),
  imports: imports.map((path) => ({ path })),
});

const SCRIPTS = {
  'main-1.js': script(['apps/web/src/main.ts'], ['angular.js', 'routes.js', 'week.js']),
  'angular.js': script(['node_modules/@angular/core/index.mjs']),
  'week.js': script(['apps/web/src/app/booking/week-page/week-page.ts'], ['dialog.js']),
  'dialog.js': script(['node_modules/@angular/material/dialog.mjs'], ['angular.js']),
  'routes.js': script(
    ['apps/web/src/app/journal/journal.routes.ts'],
    ['main-1.js', 'angular.js', 'later.js', 'french.js', 'english.js'],
  ),
  'later.js': script(
    ['apps/web/src/app/journal/people-page/people-page.ts'],
    ['dialog.js', 'chart.js', 'kit.js'],
  ),
  'kit.js': script(['apps/web/src/app/journal/pdf/make-pdf.ts'], ['pdf.js']),
  'pdf.js': script(['node_modules/pdfmake/build/pdfmake.js']),
  'chart.js': script(['apps/web/src/app/journal/chart/draw-chart.ts', 'node_modules/echarts/core.js']),
  'french.js': script(['libs/journal/src/words/french/french.ts']),
  'english.js': script(['libs/journal/src/words/english/english.ts']),
};

describe('the scripts of the journal', () => {
  it('are all that only it can load, without charts, PDF and the words of another language', () => {
    assert.deepEqual([...pageScripts(SCRIPTS, 'fr')].sort(), [
      'french.js',
      'kit.js',
      'later.js',
      'routes.js',
    ]);
    assert.ok(pageScripts(SCRIPTS, 'en').includes('english.js'));
  });

  it('are counted with whatever they brought along, charts too', () => {
    const mixed = {
      ...SCRIPTS,
      'later.js': script(['journal/insights-page.ts', 'node_modules/echarts/core.js']),
    };
    assert.ok(pageScripts(mixed, 'fr').includes('later.js'));
  });

  it('cannot be weighed where the build has none', () => {
    const { 'routes.js': _routes, ...others } = SCRIPTS;
    assert.throws(() => pageScripts(others, 'fr'), /routes/);
  });
});
