import { spendRules } from '@lifeguard/shared/mfa';
import { sendText } from '../sms/send-text.ts';
import { partOf } from './part.ts';

/** What a text needs on its way out. The shared vectors ask for its rules. */
export const part = partOf({
  sendText,
  ...spendRules,
});
