import type { CognitoPorts } from '../ports.ts';
import type { PortUserRecord } from '../records.ts';
import { maskContact } from './delivery.ts';
import type { Attribute } from './user-attributes.ts';

/**
 * Tells operators what an administrator has done to a user. Of attributes it says which ones were written; addresses and numbers are masked,
 * and other values are nobody's business.
 */
export function tellUserChange(
  ports: CognitoPorts,
  operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'ACTION',
  { id, username }: Pick<PortUserRecord, 'id' | 'username'>,
  { attributes = [], ...details }: { readonly attributes?: readonly Attribute[] } & Readonly<Record<string, unknown>>,
): void {
  const told: Record<string, unknown> = {};
  for (const { Name, Value = '' } of attributes) told[Name] = toldValue(Name, Value);
  ports.tellChange({
    operation,
    resource: 'USER',
    details: { id, username, ...(attributes.length === 0 ? {} : { attributes: told }), ...details },
  });
}

function toldValue(name: string, value: string): unknown {
  if (name === 'email' || name === 'phone_number') return maskContact(name, value === '' ? null : value);
  return name === 'email_verified' || name === 'phone_number_verified' ? value : true;
}
