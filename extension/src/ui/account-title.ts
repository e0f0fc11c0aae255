import type { AccountNames } from '../messages.ts';
import { text } from './text.ts';

/** One line for an account, for labels and sentences. */
export function accountTitle({ issuer, account }: AccountNames): string {
  if (issuer !== '' && account !== '') return `${issuer} (${account})`;
  return issuer || account || text('unnamed');
}
