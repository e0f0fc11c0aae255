import type { Change } from '../install/change.ts';
import { type ExportedGroup, millisOf } from './cognito-export.ts';

/** What Cognito keeps of a group and Keycloak has no place for, as JSON. */
const GROUP_ATTRIBUTE = 'lifeguard.cognito.group';

/** Makes the groups that are not there yet. */
export function planGroups(groups: readonly ExportedGroup[], there: readonly string[]): readonly Change[] {
  return groups
    .filter(({ GroupName }) => !there.includes(GroupName))
    .map((group) => ({
      what: `create the group "${group.GroupName}"`,
      apply: async ({ client }) =>
        void (await client.groups.create({
          name: group.GroupName,
          attributes: { [GROUP_ATTRIBUTE]: [JSON.stringify(settingsOf(group))] },
        })),
    }));
}

function settingsOf({ Description, RoleArn, Precedence, CreationDate, LastModifiedDate }: ExportedGroup): object {
  return {
    Description,
    RoleArn,
    Precedence,
    CreationDate: secondsOf(CreationDate),
    LastModifiedDate: secondsOf(LastModifiedDate),
  };
}

function secondsOf(date: ExportedGroup['CreationDate']): number | undefined {
  const millis = millisOf(date);
  return millis === undefined ? undefined : millis / 1000;
}
