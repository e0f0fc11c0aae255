import { defineCommand } from 'citty';
import { smsLimitDecide } from './sms-limit-decide.ts';
import { smsLimitList } from './sms-limit-list.ts';
import { smsLimitRequest } from './sms-limit-request.ts';
import { smsLimitSet } from './sms-limit-set.ts';

export const smsLimit = defineCommand({
  meta: { name: 'limit', description: 'The monthly limit: set it, ask for a higher one, decide on what was asked for' },
  subCommands: {
    set: smsLimitSet,
    request: smsLimitRequest,
    list: smsLimitList,
    approve: smsLimitDecide('approve'),
    deny: smsLimitDecide('deny'),
  },
});
