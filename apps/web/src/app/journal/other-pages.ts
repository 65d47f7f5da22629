export { InsightsPage } from './insights-page/insights-page';
export { PeoplePage } from './people-page/people-page';
export { ProtectionPage } from './protection-page/protection-page';
export { ReminderPage } from './reminder-page/reminder-page';
export { TakeAwayPage } from './take-away-page/take-away-page';
export { VaultPage } from './vault-page/vault-page';
