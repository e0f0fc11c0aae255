import { type TestBed, type TestUser } from './test-bed.ts';
import { CLIENT_ID } from './test-realm.ts';

/** What the token endpoint answered. Members that were not sent are absent. */
export interface TokenAnswer {
  readonly status: number;
  readonly access_token?: string;
  readonly error?: string;
  readonly error_description?: string;
  readonly mfa_challenge?: string;
  readonly mfa_destination?: string;
  readonly mfa_factors?: readonly string[];
}

export async function requestTokens(
  { url, realm }: Pick<TestBed, 'url' | 'realm'>,
  fields: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  const response = await fetch(`${url}/realms/${realm}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  return { ...((await response.json()) as object), status: response.status };
}

/** The resource owner password grant of the bed's client. */
export async function directGrant(
  bed: TestBed,
  { username, password }: TestUser,
  fields: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  return requestTokens(bed, { grant_type: 'password', client_id: CLIENT_ID, username, password, ...fields });
}
