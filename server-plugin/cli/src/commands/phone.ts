import { defineCommand } from 'citty';
import { phoneSet } from './phone-set.ts';

export const phone = defineCommand({
  meta: { name: 'phone', description: 'Administers the phone numbers of users' },
  subCommands: { set: phoneSet },
});
