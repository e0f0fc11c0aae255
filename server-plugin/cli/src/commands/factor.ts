import { defineCommand } from 'citty';
import { factorReset } from './factor-reset.ts';
import { factorSet } from './factor-set.ts';
import { factorShow } from './factor-show.ts';

export const factor = defineCommand({
  meta: { name: 'factor', description: 'Administers the second factors of users' },
  subCommands: { show: factorShow, set: factorSet, reset: factorReset },
});
