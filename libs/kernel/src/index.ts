export { Refusal } from './refusal';
export { LANGUAGES, type Language } from './language';
export { DAY, HOUR, MINUTE, overlaps, type Instant, type TimeRange } from './time-range';
