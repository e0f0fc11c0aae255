export interface OtpauthLabel {
  readonly issuer: string;
  readonly account: string;
}

/**
 * Splits a decoded label into issuer and account. A label that starts with the issuer of the parameter ends that issuer
 * there, whatever colons it has; else the first colon separates, unless it is the one of `https://`.
 * @param issuers the readings of the issuer parameter
 */
export function splitLabel(label: string, issuers: readonly string[]): OtpauthLabel {
  const text = label.trim();
  const known = issuers.find((issuer) => issuer !== '' && text.startsWith(`${issuer}:`));
  const colon = known?.length ?? text.search(/:(?!\/\/)/);
  if (colon < 0) return { issuer: '', account: text };
  return { issuer: text.slice(0, colon).trim(), account: text.slice(colon + 1).trim() };
}
