import { invalidParameter } from './cognito-error.ts';

/** Part of a list, and where the next begins. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

const TOKEN = /^p([0-9a-z]{1,6})$/;

/**
 * One page of a list that is read in its order.
 * @param token where an earlier page has ended, as it said
 * @throws CognitoError for a token that no page has given
 */
export function readPage<Item>(
  { token, max }: { readonly token: string | undefined; readonly max: number },
  read: (range: { readonly first: number; readonly max: number }) => readonly Item[],
): Page<Item> {
  const first = placeOf(token);
  // One more says whether there is a next page.
  const items = read({ first, max: max + 1 });
  if (items.length <= max) return { items };
  return { items: items.slice(0, max), next: tokenOf(first + max) };
}

/**
 * Where a page begins, in the order of the list.
 * @param token what {@link tokenOf} has made of the place; absent for the first page
 * @throws CognitoError for any other
 */
export function placeOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const place = TOKEN.exec(token)?.[1];
  if (place === undefined) throw invalidParameter('Invalid pagination token.');
  return parseInt(place, 36);
}

export function tokenOf(place: number): string {
  return `p${place.toString(36)}`;
}
