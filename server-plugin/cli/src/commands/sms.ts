import { defineCommand } from 'citty';
import { smsGet } from './sms-get.ts';
import { smsLimit } from './sms-limit.ts';
import { smsSet } from './sms-set.ts';
import { smsSpend } from './sms-spend.ts';

export const sms = defineCommand({
  meta: { name: 'sms', description: 'Shows and limits what text messages cost' },
  subCommands: { spend: smsSpend, limit: smsLimit, get: smsGet, set: smsSet },
});
