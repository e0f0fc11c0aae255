import { AdminCreateUser } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool, PortUserRecord } from '../records.ts';
import { CognitoError } from '../protocol/cognito-error.ts';
import { createUser } from '../user/create-user.ts';
import { userType } from '../user/describe-user.ts';
import { requireUser } from '../user/find-user.ts';
import { invite } from '../user/invite.ts';
import { setPassword } from '../user/passwords.ts';
import { tellUserChange } from '../user/tell-user-change.ts';
import type { Attribute } from '../user/user-attributes.ts';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { UPDATE_PASSWORD } from '../user/user-marks.ts';
import { userStatus } from '../user/user-status.ts';
import { writeUser } from '../user/write-user.ts';

interface AdminCreateUserRequest {
  readonly Username: string;
  readonly UserAttributes?: readonly Attribute[];
  readonly TemporaryPassword?: string;
  readonly ForceAliasCreation?: boolean;
  readonly MessageAction?: 'RESEND' | 'SUPPRESS';
  readonly DesiredDeliveryMediums?: readonly ('SMS' | 'EMAIL')[];
}

/** @see Amazon Cognito API Reference, AdminCreateUser */
export const adminCreateUser = onPool<AdminCreateUserRequest>(
  AdminCreateUser,
  'manage-users',
  (request, { ports, pool }) => {
    const { Username: name, MessageAction, DesiredDeliveryMediums: media, TemporaryPassword } = request;
    const isRepeated = MessageAction === 'RESEND';
    const user = isRepeated ? invitedUser(ports, pool, name) : newUser(ports, pool, request);
    const password = TemporaryPassword ?? ports.randomPassword();
    setPassword(ports, password);
    writeUser(ports, { attributes: { [USER_MARKS.temporaryPasswordSince]: String(ports.now()) } });
    tellUserChange(ports, isRepeated ? 'ACTION' : 'CREATE', user, {
      attributes: request.UserAttributes ?? [],
      invited: MessageAction !== 'SUPPRESS',
    });
    if (MessageAction !== 'SUPPRESS')
      invite(ports, pool, { name, password, ...(media === undefined ? {} : { media }) });
    return { User: userType(ports, pool, ports.userRecord()) };
  },
);

function newUser(
  ports: CognitoPorts,
  pool: PortPool,
  { Username: typedName, UserAttributes: attributes = [], ForceAliasCreation: force = false }: AdminCreateUserRequest,
): PortUserRecord {
  return createUser(ports, pool, {
    typedName,
    attributes,
    writer: { isAdministrator: true, mayWrite: () => true },
    change: { enabled: true, addRequiredActions: [UPDATE_PASSWORD] },
    takenText: 'User account already exists',
    force,
  });
}

/** Whoever gets the invitation again gets another password: nobody knows the first one any more. */
function invitedUser(ports: CognitoPorts, pool: PortPool, name: string): PortUserRecord {
  const user = requireUser(ports, pool, name);
  if (userStatus(ports, user) === 'FORCE_CHANGE_PASSWORD') return user;
  throw new CognitoError(
    'UnsupportedUserStateException',
    `Resend not possible. ${name} status is not FORCE_CHANGE_PASSWORD`,
  );
}
