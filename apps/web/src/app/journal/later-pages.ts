/*
 * Every page but those that stand first, loaded together when the first of them is led to. Each in a file of its own
 * weighed 20 kB more: what their templates and styles have in common is compressed once per file.
 */
export { EntryPage } from './entry-page/entry-page';
export { InsightsPage } from './insights-page/insights-page';
export { PeoplePage } from './people-page/people-page';
export { ProtectionPage } from './protection-page/protection-page';
export { ReminderPage } from './reminder-page/reminder-page';
export { SharedEntryPage } from './shared-entry-page/shared-entry-page';
export { SharedPage } from './shared-page/shared-page';
export { TakeAwayPage } from './take-away-page/take-away-page';
export { VaultPage } from './vault-page/vault-page';
