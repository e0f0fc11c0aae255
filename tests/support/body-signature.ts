import { createHmac } from 'node:crypto';
import type { RecordedRequest } from './recording-gateway.ts';

/** The header `Lifeguard-Signature` as a gateway makes it by itself, from docs/gateways.md alone. */
export function signatureOf(secret: string, body: string, timeInSeconds: number): string {
  return `t=${timeInSeconds},v1=${createHmac('sha256', secret).update(`${timeInSeconds}.${body}`).digest('hex')}`;
}

export function isSigned(request: RecordedRequest | undefined, secret: string): boolean {
  const given = String(request?.headers['lifeguard-signature']);
  return given === signatureOf(secret, request?.body ?? '', Number(/t=(\d+)/.exec(given)?.[1]));
}
