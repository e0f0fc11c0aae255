import { maskPhoneNumber } from '@lifeguard/shared/mfa';
import type { VerifiableAttribute } from '../pool/pool-settings.ts';

/** An address or a number to which something is sent. */
export interface Contact {
  readonly attribute: VerifiableAttribute;
  readonly destination: string;
}

/** CodeDeliveryDetailsType. */
export interface CodeDeliveryDetails {
  readonly Destination: string;
  readonly DeliveryMedium: 'SMS' | 'EMAIL';
  readonly AttributeName: VerifiableAttribute;
}

/** Says where a code went without saying all of it. */
export function deliveryDetails({ attribute, destination }: Contact): CodeDeliveryDetails {
  return attribute === 'email'
    ? { Destination: maskEmail(destination), DeliveryMedium: 'EMAIL', AttributeName: attribute }
    : { Destination: maskPhoneNumber(destination), DeliveryMedium: 'SMS', AttributeName: attribute };
}

/** `t***@t***` of `test@test.com`: three stars each, however long the address is. */
function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***@${address.slice(at + 1, at + 2)}***`;
}

/** A contact as operators may see it in an event; null says that it was removed. */
export function maskContact(attribute: VerifiableAttribute, value: string | null): string | null {
  if (value === null) return null;
  return attribute === 'email' ? maskEmail(value) : maskPhoneNumber(value);
}
