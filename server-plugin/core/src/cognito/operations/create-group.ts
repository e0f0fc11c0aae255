import { COLUMN_LENGTH } from '../column-length.ts';
import { CreateGroup } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { CognitoError, invalidParameter } from '../protocol/cognito-error.ts';

interface CreateGroupRequest {
  readonly UserPoolId: string;
  readonly GroupName: string;
  readonly Description?: string;
  readonly RoleArn?: string;
  readonly Precedence?: number;
}

/** What Cognito keeps of a group and Keycloak has no place for, as JSON. */
const GROUP_ATTRIBUTE = 'lifeguard.cognito.group';

/** @see Amazon Cognito API Reference, CreateGroup */
export const createGroup = onPool<CreateGroupRequest>(
  CreateGroup,
  'manage-users',
  ({ UserPoolId, GroupName, Description, RoleArn, Precedence }, { ports }) => {
    const now = ports.now() / 1000;
    const settings = { Description, RoleArn, Precedence, CreationDate: now, LastModifiedDate: now };
    const kept = JSON.stringify(settings);
    if (kept.length > COLUMN_LENGTH) {
      throw invalidParameter(
        `Description and RoleArn are ${kept.length - COLUMN_LENGTH} characters too long: Keycloak keeps ${COLUMN_LENGTH} of a group in all.`,
      );
    }
    const group = ports.createGroup({ name: GroupName, attributes: { [GROUP_ATTRIBUTE]: kept } });
    if (group === null) throw new CognitoError('GroupExistsException', 'A group with the name already exists.');
    ports.tellChange({ operation: 'CREATE', resource: 'GROUP', details: { id: group.id, name: GroupName } });
    return { Group: { GroupName, UserPoolId, ...settings } };
  },
);
