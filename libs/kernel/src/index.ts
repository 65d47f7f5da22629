export { FIELD_ERROR_CODES, type FieldError, type FieldErrorCode, type Problem } from './field-error';
export { GENERAL_REFUSALS, type GeneralRefusal } from './general-refusal';
export { LANGUAGES, type Language } from './language';
export { Refusal } from './refusal';
export { ROLES, type Role } from './role';
export { typesetAll, typesetFrench } from './typeset-french';
export { DAY, HOUR, MINUTE, overlaps, type Instant, type TimeRange } from './time-range';
