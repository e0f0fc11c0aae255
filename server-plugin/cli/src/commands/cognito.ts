import { defineCommand } from 'citty';
import { cognitoAllow } from './cognito-allow.ts';
import { cognitoDeny } from './cognito-deny.ts';
import { cognitoExtension } from './cognito-extension.ts';
import { cognitoKeyCreate } from './cognito-key-create.ts';
import { cognitoKeyDelete } from './cognito-key-delete.ts';
import { cognitoKeyGrant } from './cognito-key-grant.ts';
import { cognitoSet } from './cognito-set.ts';
import { cognitoShow } from './cognito-show.ts';

const key = defineCommand({
  meta: { name: 'key', description: 'Key pairs for signed requests' },
  subCommands: { create: cognitoKeyCreate, grant: cognitoKeyGrant, delete: cognitoKeyDelete },
});

export const cognito = defineCommand({
  meta: { name: 'cognito', description: 'The Cognito API of a realm: who may use it, and what it shows' },
  subCommands: {
    show: cognitoShow,
    allow: cognitoAllow,
    deny: cognitoDeny,
    extension: cognitoExtension,
    set: cognitoSet,
    key,
  },
});
