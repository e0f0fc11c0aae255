import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { WireRequest } from './open-request.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';
const SERVICE = 'cognito-idp';
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 +Credential=([^/, ]+)\/([0-9]{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, *SignedHeaders=([a-z0-9;-]+), *Signature=([0-9a-f]{64})$/;
/** What a signature has to cover, or it would be good for other requests too. */
const COVERED = ['host', 'x-amz-date', 'x-amz-target'];

/** What the Authorization header of Signature Version 4 says. */
export interface Claim {
  readonly keyId: string;
  readonly date: string;
  readonly region: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** @returns why the request is not signed as AWS does it, or what it claims */
export function readClaim({ headers }: Pick<WireRequest, 'headers'>): Claim | { readonly reason: string } {
  const [, keyId = '', date = '', region = '', service = '', names = '', signature = ''] =
    AUTHORIZATION.exec(headers['authorization'] ?? '') ?? [];
  if (keyId === '') return { reason: 'Authorization header is not one of AWS4-HMAC-SHA256.' };
  if (service !== SERVICE) return { reason: `Credential should be scoped to correct service: '${SERVICE}'.` };
  const signedHeaders = names.split(';');
  const missing = COVERED.find((name) => !signedHeaders.includes(name) || headers[name] === undefined);
  if (missing !== undefined) return { reason: `'${missing}' must be a 'SignedHeader' in the AWS Authorization.` };
  if (!(headers['x-amz-date'] ?? '').startsWith(date)) return { reason: 'Date in Credential scope does not match.' };
  return { keyId, date, region, signedHeaders, signature };
}

export function hasSigned(request: WireRequest, claim: Claim, secret: string): boolean {
  const wanted = Buffer.from(signatureOf(request, claim, secret));
  return timingSafeEqual(wanted, Buffer.from(claim.signature));
}

/** The signature of a request in hexadecimal. */
export function signatureOf(
  { method, target, headers, body }: Omit<WireRequest, 'address'>,
  { date, region, signedHeaders }: Omit<Claim, 'keyId' | 'signature'>,
  secret: string,
): string {
  const [path = '/', query = ''] = target.split('?', 2);
  const canonical = [
    method,
    canonicalPath(path),
    query.split('&').toSorted().join('&'),
    ...signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    createHash('sha256').update(body).digest('hex'),
  ].join('\n');
  const scope = `${date}/${region}/${SERVICE}/aws4_request`;
  const digest = createHash('sha256').update(canonical).digest('hex');
  const key = [date, region, SERVICE, 'aws4_request'].reduce(
    (sofar: string | Buffer, part) => createHmac('sha256', sofar).update(part).digest(),
    `AWS4${secret}`,
  );
  const text = [ALGORITHM, headers['x-amz-date'], scope, digest].join('\n');
  return createHmac('sha256', key).update(text).digest('hex');
}

/** Without empty and dot segments, and every segment of the wire encoded once more. */
function canonicalPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const joined = kept.map(encodeSegment).join('/');
  return `/${joined}${joined !== '' && path.endsWith('/') ? '/' : ''}`;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
