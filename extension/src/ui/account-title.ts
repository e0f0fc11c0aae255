import { accountName, type AccountNames } from '../account-name.ts';
import { text } from './text.ts';

/** One line for an account, for labels and sentences. */
export function accountTitle({ issuer, account }: AccountNames): string {
  return accountName(issuer, account) || text('unnamed');
}
