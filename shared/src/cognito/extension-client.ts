/** The client by which the browser extension connects its users to a pool. */
export const EXTENSION_CLIENT = 'lifeguard_extension';

/** Where the browsers hand a sign-in over to the extension: both addresses are made of the extension's id, and lead nowhere. */
export const EXTENSION_REDIRECT_URIS: readonly string[] = [
  // Chromium and Edge.
  'https://offoiehkceejleobhfhokejinlijfdmj.chromiumapp.org/',
  // Firefox.
  'https://8c80d77ddd802759afb0deadf68a9138985bd9f4.extensions.allizom.org/',
];
