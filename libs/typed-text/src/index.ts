export { clockEndText, clockText, dateText, instantText } from './times';
export { freeText, line, neededText, oneLine } from './text';
export { isTimeZone, timeZoneText } from './time-zone';
export { missingOr, oneOf, wholeNumber } from './values';
