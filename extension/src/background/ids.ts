export function randomId(): string {
  return crypto.randomUUID();
}

/** Of the QR codes of one export to Google Authenticator, which keeps it as a positive `int32`. */
export function randomBatchId(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
}
