/*
 * Pages that are loaded together, in three parts: this one is there when the vault is unlocked. Each page in a file of
 * its own weighed 15 kB more, since what their templates and styles have in common is compressed once per file.
 */
export { JournalFrame } from './journal-frame/journal-frame';
export { StartPage } from './start-page/start-page';
export { TimelinePage } from './timeline-page/timeline-page';
