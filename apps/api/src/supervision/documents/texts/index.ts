import type { Language } from '@visavis/kernel';
import type { DocumentText } from './document-text';
import { ENGLISH } from './english';
import { FRENCH } from './french';

export const DOCUMENT_TEXTS: Readonly<Record<Language, DocumentText>> = { fr: FRENCH, en: ENGLISH };
