import { defineCommand } from 'citty';
import { importCognitoCommand } from './import-cognito.ts';

export const importCommand = defineCommand({
  meta: { name: 'import', description: 'Makes a realm of a user pool that is somewhere else' },
  subCommands: { cognito: importCognitoCommand },
});
