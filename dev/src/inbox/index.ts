export { startInbox, type Inbox, type InboxOptions } from './inbox.ts';
export type { SmsMessage } from './sms.ts';
