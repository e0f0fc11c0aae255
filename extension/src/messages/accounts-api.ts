import type { OtpauthUriError } from '@lifeguard/shared/otp';
import type { AccountNames } from '../account-name.ts';
import type { Answer } from '../border.ts';

/** Requests that change accounts. */
export interface AccountsApi {
  addAccountByUri(input: { readonly uri: string }): Promise<AddAnswer>;
  addAccountByHand(input: AccountByHand): Promise<AddAnswer>;
  editAccount(
    input: AccountNames & { readonly id: string; readonly tags: readonly string[] },
  ): Promise<Answer<object, 'locked'>>;
  /** The user has taken a code by hand. */
  noteUse(input: { readonly id: string }): Promise<void>;
  removeAccount(input: { readonly id: string }): Promise<Answer<object, 'locked'>>;
  /** Makes a staged account active without the site's word. */
  keepAccount(input: { readonly id: string }): Promise<Answer<object, 'locked'>>;
  /** Takes a former key of an account into use again. */
  useFormerKey(input: { readonly id: string; readonly replacedAtInMillis: number }): Promise<Answer<object, 'locked'>>;
  bindOrigin(input: BoundOrigin): Promise<Answer<object, 'locked' | 'insecure-origin'>>;
  /** `coveredBy`: the domain by which the origin is filled all the same, because the user has said so of the domain. */
  unbindOrigin(input: BoundOrigin): Promise<Answer<{ readonly coveredBy: string | undefined }, 'locked'>>;
  /** Whether every host of a registrable domain is filled, too. Of a domain that no origin of the account is of, nothing is kept. */
  coverDomain(input: {
    readonly id: string;
    readonly domain: string;
    readonly covers: boolean;
  }): Promise<Answer<object, 'locked'>>;
  /** Forgets the field that the user has named at an origin. */
  forgetField(input: BoundOrigin): Promise<Answer<object, 'locked'>>;
  /** Lets a frame of a bound origin be filled within pages of another one. */
  allowFrame(input: BoundOrigin & { readonly within: string }): Promise<Answer<object, 'locked' | 'insecure-origin'>>;
  /** Whether the form of a site is sent once the code is in. */
  submitAt(input: BoundOrigin & { readonly submits: boolean }): Promise<Answer<object, 'locked'>>;
}

/** What stands in the fields of a form. */
export interface AccountByHand extends AccountNames {
  readonly secret: string;
  readonly algorithm: string;
  readonly digits: string;
  readonly periodInSeconds: string;
}

interface BoundOrigin {
  readonly id: string;
  readonly origin: string;
}

export type AddAnswer = Answer<
  { readonly id: string },
  'locked' | 'hotp' | 'no-name' | 'already-there' | OtpauthUriError
>;
