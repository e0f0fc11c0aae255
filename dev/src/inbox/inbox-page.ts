import { escapeHtml } from '../http/escape-html.ts';
import type { SmsMessage } from './sms.ts';

const REFRESH_IN_SECONDS = 2;

const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
  header { display: flex; justify-content: space-between; align-items: center; }
  ol { list-style: none; padding: 0; }
  li { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .5rem; }
  li p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 1.25rem; }
  small { opacity: .75; }
`;

// DELETE is not a form's method, and a form could be sent by any web page.
const SCRIPT = `
  document.querySelector('button').addEventListener('click', async () => {
    await fetch(location.pathname, { method: 'DELETE' });
    location.reload();
  });
`;

export interface InboxPage {
  readonly html: string;
  /** Nothing but what the page itself carries may run or load. */
  readonly contentSecurityPolicy: string;
}

/** The inbox as people see it, the newest message first. It loads itself anew every other second. */
export function inboxPage(messages: readonly SmsMessage[], nonce: string): InboxPage {
  const items = messages
    .toReversed()
    .map(
      ({ to, text, at }) =>
        `<li><p>${escapeHtml(text)}</p><small>to ${escapeHtml(to)} at <time datetime="${escapeHtml(at)}">${escapeHtml(at)}</time></small></li>`,
    );
  const html = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <meta http-equiv="refresh" content="${REFRESH_IN_SECONDS}">
  <title>SMS inbox</title>
  <style nonce="${nonce}">${STYLE}</style>
</head>
<body>
  <header><h1>SMS inbox</h1><button type="button">Clear</button></header>
  ${items.length === 0 ? '<p>No message yet.</p>' : `<ol>${items.join('\n')}</ol>`}
  <script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>
`;
  return {
    html,
    contentSecurityPolicy: `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}
