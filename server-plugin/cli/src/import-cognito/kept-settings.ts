import { KEPT_POOL_MEMBERS } from '@lifeguard/shared/cognito';
import { type ExportedAttribute, type ExportedPool, millisOf } from './cognito-export.ts';

/** Schema is read from SchemaAttributes. What the others ask for does not come along, so DescribeUserPool must not show it. */
const LEFT: readonly string[] = [
  'Schema',
  'DeviceConfiguration',
  'EmailConfiguration',
  'KeyConfiguration',
  'UsernameConfiguration',
];
const KEPT = Object.values(KEPT_POOL_MEMBERS)
  .flat()
  .filter((member) => !LEFT.includes(member));

/** Attributes that every pool has, and that no request names. */
const OWN: readonly (string | undefined)[] = [undefined, 'sub', 'email_verified', 'phone_number_verified'];

/** What the API keeps of a pool, as CreateUserPool would. */
export function keptSettings(pool: ExportedPool, longestRefreshInSeconds: number): object {
  const { Policies, AdminCreateUserConfig, SchemaAttributes = [] } = pool;
  const days =
    Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ?? AdminCreateUserConfig?.UnusedAccountValidityDays;
  return {
    ...Object.fromEntries(KEPT.flatMap((member) => (pool[member] === undefined ? [] : [[member, pool[member]]]))),
    ...seconds(pool, 'CreationDate'),
    ...seconds(pool, 'LastModifiedDate'),
    Schema: SchemaAttributes.filter(({ Name }) => !OWN.includes(Name)).map(withPlainName),
    ...(days === undefined ? {} : { TemporaryPasswordValidityDays: days }),
    longestRefreshInSeconds,
  };
}

function seconds(pool: ExportedPool, member: 'CreationDate' | 'LastModifiedDate'): object {
  const millis = millisOf(pool[member]);
  return millis === undefined ? {} : { [member]: millis / 1000 };
}

/** DescribeUserPool puts `custom:` or `dev:custom:` in front of names; CreateUserPool takes them without. */
function withPlainName(attribute: ExportedAttribute): ExportedAttribute {
  return { ...attribute, Name: (attribute.Name ?? '').replace(/^(?:dev:)?custom:/, '') };
}
