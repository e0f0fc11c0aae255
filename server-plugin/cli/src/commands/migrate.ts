import { defineCommand } from 'citty';
import { migrateNetzbegruenung } from './migrate-netzbegruenung.ts';

export const migrate = defineCommand({
  meta: { name: 'migrate', description: 'Takes over the factors of users from another plugin' },
  subCommands: { netzbegruenung: migrateNetzbegruenung },
});
