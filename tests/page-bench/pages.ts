import { CODE_PAGE } from '../support/loopback-site.ts';

/** Makes 10,000 elements of five kinds, as lists of a shop or a forum have them. */
const LIST = Array.from(
  { length: 2_000 },
  (_, row) => `<div class="row"><span>Item ${row}</span> <a href="#${row}">open</a><p>some <b>text</b></p></div>`,
).join('');

/** By the path that it is served at. */
export const PAGES = {
  '/plain': '<!doctype html><html lang="en"><title>News</title><h1>News</h1><p>Nothing to sign in to.</p></html>',
  '/code': CODE_PAGE,
  '/elements': `<!doctype html><html lang="en"><title>List</title>${LIST}</html>`,
  '/elements-and-code': CODE_PAGE.replace('<form>', `${LIST}<form>`),
  '/empty': '<!doctype html><html lang="en"><title>Sign in</title><body></body></html>',
} as const;

export type PagePath = keyof typeof PAGES;

/** Those that are read. */
export const READ_PAGES: readonly PagePath[] = ['/plain', '/code', '/elements', '/elements-and-code'];
