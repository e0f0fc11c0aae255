import { parse } from 'tldts';

/** A host name taken apart by the Public Suffix List, with the suffixes of hosters such as `github.io`. */
export interface DomainParts {
  /** What one owner has registered: `example.co.uk`. */
  readonly domain: string;
  /** The part that the owner chose: `example`. */
  readonly name: string;
  /** The part that many owners share: `co.uk`. */
  readonly suffix: string;
  /** What stands in front: `login`, or the empty text. */
  readonly subdomain: string;
}

/** `undefined` for addresses of machines and for names without a known suffix, which nobody can register. */
export function domainParts(host: string): DomainParts | undefined {
  const { domain, domainWithoutSuffix, publicSuffix, subdomain, isIcann, isPrivate } = parse(host, {
    allowPrivateDomains: true,
  });
  const isKnown = isIcann === true || isPrivate === true || isReserved(host);
  if (!isKnown || !domain || !domainWithoutSuffix || !publicSuffix) return undefined;
  return { domain, name: domainWithoutSuffix, suffix: publicSuffix, subdomain: subdomain ?? '' };
}

/** The registrable domain of an origin, if it has one. */
export function domainOf(origin: string): string | undefined {
  return domainParts(new URL(origin).hostname)?.domain;
}

/** The registrable domains of those origins that have one, each once. */
export function domainsOf(origins: readonly string[]): readonly string[] {
  return [...new Set(origins.map(domainOf))].filter((domain) => domain !== undefined);
}

/** Whether two origins are of one owner: https, the same port, the same registrable domain. */
export function isSameOwner(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  const domain = domainOf(one);
  return (
    a.protocol === 'https:' &&
    b.protocol === 'https:' &&
    a.port === b.port &&
    domain !== undefined &&
    domain === domainOf(other)
  );
}

/** For examples and tests; no list has them. https://www.rfc-editor.org/rfc/rfc6761 */
function isReserved(host: string): boolean {
  return /\.(?:example|test)$/.test(host);
}
