import { AdminUpdateUserAttributes } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { changeAttributes } from '../user/change-attributes.ts';
import { requireUser } from '../user/find-user.ts';
import { readAttributes } from '../user/read-attributes.ts';
import { tellUserChange } from '../user/tell-user-change.ts';
import type { Attribute } from '../user/user-attributes.ts';

/** @see Amazon Cognito API Reference, AdminUpdateUserAttributes */
export const adminUpdateUserAttributes = onPool<{
  readonly Username: string;
  readonly UserAttributes: readonly Attribute[];
}>(AdminUpdateUserAttributes, 'manage-users', ({ Username, UserAttributes }, { ports, pool }) => {
  const user = requireUser(ports, pool, Username);
  const writer = { isAdministrator: true, isNewUser: false, mayWrite: () => true };
  const wanted = readAttributes(pool, UserAttributes, writer);
  changeAttributes({ ports, pool, user, isAdministrator: true }, wanted);
  tellUserChange(ports, 'UPDATE', user, { attributes: UserAttributes });
  return {};
});
