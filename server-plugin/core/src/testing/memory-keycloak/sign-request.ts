import { signatureOf } from './signature.ts';
import type { WireRequest } from './open-request.ts';

/** A key pair as AWS's clients are given one. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The headers of a request with those that its signature needs, as botocore makes them. */
export function signRequest(
  request: Omit<WireRequest, 'address'>,
  { accessKeyId, secretAccessKey }: AccessKey,
  { nowInMillis, region = 'us-east-1' }: { readonly nowInMillis: number; readonly region?: string },
): Readonly<Record<string, string>> {
  const stamp = new Date(nowInMillis).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const date = stamp.slice(0, 8);
  const headers: Readonly<Record<string, string>> = { ...request.headers, 'x-amz-date': stamp };
  const signedHeaders = ['content-type', 'host', 'x-amz-date', 'x-amz-target'];
  const signature = signatureOf({ ...request, headers }, { date, region, signedHeaders }, secretAccessKey);
  const credential = `${accessKeyId}/${date}/${region}/cognito-idp/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
  return { ...headers, authorization };
}
