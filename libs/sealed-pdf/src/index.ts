export { inspectSealedPdf, type SealedPdf } from './inspect-sealed-pdf';
