import { percentDecode } from './percent-encoding.ts';

/** The pieces of an otpauth URI, still percent-encoded. */
export interface OtpauthUriParts {
  readonly type: string;
  readonly label: string;
  /** Values by lower-case name; the first of repeated ones. */
  readonly values: ReadonlyMap<string, string>;
  readonly repeated: ReadonlySet<string>;
  readonly hasFragment: boolean;
}

// URIs copied from the source of a page.
const ESCAPED_AMPERSAND = /&(?:amp|#38|#x26);/gi;

/**
 * Splits what follows the scheme. Neither `URL` nor `URLSearchParams`: the one differs from browser to browser where the
 * scheme is no special one, the other reads every `+` as a blank.
 */
export function splitOtpauthUri(rest: string): OtpauthUriParts {
  const [path, parameters] = splitAtFirst('?', rest);
  const [type, label] = splitAtFirst('/', path);
  // Only here: a `#` in the label is a name that nobody encoded, since a fragment there would leave no secret.
  const [query, fragment] = splitAtFirst('#', parameters.replace(ESCAPED_AMPERSAND, '&'));

  const values = new Map<string, string>();
  const repeated = new Set<string>();
  for (const pair of query.split('&')) {
    const [encodedName, value] = splitAtFirst('=', pair);
    const name = percentDecode(encodedName).text.trim().toLowerCase();
    if (values.has(name)) repeated.add(name);
    else values.set(name, value);
  }
  return { type, label, values, repeated, hasFragment: fragment !== '' };
}

function splitAtFirst(separator: string, text: string): readonly [before: string, after: string] {
  const index = text.indexOf(separator);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
