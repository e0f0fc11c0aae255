import { readableBy } from '../client/attribute-access.ts';
import { GetUser } from '../model/inputs.ts';
import { withAccessToken } from '../operation.ts';
import { factorMembers } from '../user/describe-user.ts';
import { userAttributes } from '../user/user-attributes.ts';

/** @see Amazon Cognito API Reference, GetUser */
export const getUser = withAccessToken(GetUser, (_input, { ports, pool, client, user }) => ({
  Username: user.username,
  UserAttributes: userAttributes(pool, user, readableBy(client)),
  ...factorMembers(ports),
}));
