export { EntryPage } from './entry-page/entry-page';
export { SharedEntryPage } from './shared-entry-page/shared-entry-page';
export { SharedPage } from './shared-page/shared-page';
