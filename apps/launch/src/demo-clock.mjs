/**
 * Loaded into API and worker before anything else while the demo makes its past: they live at the time that a file
 * says (milliseconds to add to the real one), so that calls of last week are booked, reminded of and judged through
 * the same doors as all others. The product itself has no such switch.
 */
import { readFileSync } from 'node:fs';

const file = process.env['VISAVIS_DEMO_CLOCK'];
if (file === undefined) throw new Error('VISAVIS_DEMO_CLOCK names no file.');
const realNow = Date.now;
Date.now = () => realNow() + Number(readFileSync(file, 'utf8'));
