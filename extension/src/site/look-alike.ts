import { toUnicode } from 'punycode/punycode.es6.js';
import { isOneEditApart } from './one-edit-apart.ts';
import { type DomainParts, domainParts } from './registrable-domain.ts';
import { skeleton } from './skeleton.ts';

/** How a host imitates another. */
export type Imitation =
  /** Letters that look alike: `exarnple.com`, `exаmple.com` with a Cyrillic а. */
  | 'letters'
  /** `example.net` for `example.com`. */
  | 'suffix'
  /** The whole name in front of another domain: `example.com.evil.net`. */
  | 'subdomain'
  /** `example-login.com`, `my-example.com`, `exam-ple.com`. */
  | 'added-word'
  /** One letter more, less, or another: `exmaple.com`. */
  | 'typo';

export interface LookAlike {
  readonly imitation: Imitation;
  /** The host that it looks like. */
  readonly of: string;
}

/** Shorter names stand in others by chance. */
const MIN_NAME_WITHIN_ANOTHER = 4;
const MIN_NAME_WITH_A_TYPO = 5;

/** Whether a host looks like one of those that the user trusts without being of the same owner. */
export function lookAlikeOf(host: string, trustedHosts: readonly string[]): LookAlike | undefined {
  const parts = unicodeParts(host);
  const isOwn = trustedHosts.some(
    (trusted) => trusted === host || domainParts(trusted)?.domain === domainParts(host)?.domain,
  );
  if (parts === undefined || isOwn) return undefined;
  for (const [imitation, imitates] of IMITATIONS) {
    const of = trustedHosts.find((trusted) => {
      const trustedParts = unicodeParts(trusted);
      return (
        trustedParts !== undefined && (imitates(parts, trustedParts) || imitates(asSeen(parts), asSeen(trustedParts)))
      );
    });
    if (of !== undefined) return { imitation, of };
  }
  return undefined;
}

/**
 * Each is asked for the parts as they are written and as they are seen: looked at alone, letters of what was added melt
 * into those of the name, as c and l do into d.
 */
type Imitates = (host: DomainParts, trusted: DomainParts) => boolean;

/** The surest first. */
const IMITATIONS: readonly (readonly [Imitation, Imitates])[] = [
  ['letters', ({ name }, trusted) => name !== trusted.name && skeleton(name) === skeleton(trusted.name)],
  ['suffix', ({ name, suffix }, trusted) => name === trusted.name && suffix !== trusted.suffix],
  ['subdomain', standsInFront],
  ['added-word', ({ name }, trusted) => hasAddedWord(name, trusted.name)],
  ['typo', ({ name }, trusted) => trusted.name.length >= MIN_NAME_WITH_A_TYPO && isOneEditApart(name, trusted.name)],
];

/** The domain with its dots or with hyphens for them, or the chosen name alone as a label. */
function standsInFront({ name, subdomain }: DomainParts, trusted: DomainParts): boolean {
  const labels = subdomain.split('.');
  return (
    `.${subdomain}.`.includes(`.${trusted.domain}.`) ||
    [...labels, name].some((label) => label.includes(trusted.domain.replaceAll('.', '-'))) ||
    (trusted.name.length >= MIN_NAME_WITHIN_ANOTHER && labels.includes(trusted.name))
  );
}

function hasAddedWord(name: string, trusted: string): boolean {
  if (name === trusted) return false;
  if (name.replaceAll('-', '') === trusted.replaceAll('-', '')) return true;
  if (name.split('-').includes(trusted)) return true;
  return trusted.length >= MIN_NAME_WITHIN_ANOTHER && name.includes(trusted);
}

/** In the letters that people see, not in Punycode. */
function unicodeParts(host: string): DomainParts | undefined {
  const parts = domainParts(host);
  return (
    parts && {
      domain: toUnicode(parts.domain),
      name: toUnicode(parts.name),
      suffix: toUnicode(parts.suffix),
      subdomain: toUnicode(parts.subdomain),
    }
  );
}

function asSeen(parts: DomainParts): DomainParts {
  return {
    domain: skeleton(parts.domain),
    name: skeleton(parts.name),
    suffix: skeleton(parts.suffix),
    subdomain: skeleton(parts.subdomain),
  };
}
