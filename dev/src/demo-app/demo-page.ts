import { maskPhoneNumber } from '@lifeguard/shared/mfa';
import { escapeHtml } from '../http/escape-html.ts';
import type { SignedIn } from './open-id-client.ts';

const STYLE = `
  :root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }
  body { max-width: 34rem; margin: 4rem auto; padding: 0 1rem; }
`;

/** What a browser may do on these pages: show them. */
export const DEMO_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function welcomePage(): string {
  return document('Demo application', '<p>Nobody is signed in.</p><p><a href="/sign-in">Sign in</a></p>');
}

export function signedInPage({ user, signOutUrl }: SignedIn): string {
  const { username, name, phoneNumber, isPhoneNumberVerified } = user;
  const who = name === undefined ? escapeHtml(username) : `${escapeHtml(name)} (${escapeHtml(username)})`;
  const phone =
    phoneNumber === undefined
      ? 'No phone number.'
      : `Phone number ${escapeHtml(maskPhoneNumber(phoneNumber))}, ${isPhoneNumberVerified ? 'verified' : 'not verified'}.`;
  return document(
    'Signed in',
    `<p>You are signed in as <strong>${who}</strong>.</p><p>${phone}</p><p><a href="${escapeHtml(signOutUrl)}">Sign out</a></p>`,
  );
}

/** @param reason a sentence */
export function failurePage(reason: string): string {
  return document('Not signed in', `<p>${escapeHtml(reason)}</p><p><a href="/sign-in">Sign in</a></p>`);
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>${title}</title>
  <style>${STYLE}</style>
</head>
<body><h1>${title}</h1>${body}</body>
</html>
`;
}
