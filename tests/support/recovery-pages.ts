import { listOf, RECOVERY_CODES as CODES } from './recovery-codes.ts';

interface PageWithCodes {
  readonly body: string;
  readonly codes: readonly string[];
}

/** How pages show codes, with as many as there are. */
export const PAGES_WITH_CODES: Readonly<Record<string, PageWithCodes>> = {
  list: { body: `<h2>Recovery codes</h2>${listOf(CODES)}`, codes: CODES },
  'numbered list of two columns': {
    body: `<h2>Backup codes</h2><ol style="columns: 2">${CODES.map((code) => `<li><span>${code}</span> <button>Copy</button></li>`).join('')}</ol>`,
    codes: CODES,
  },
  'numbers before them': {
    body: `<h2>Recovery Authentication Codes</h2><h4>These recovery codes won't appear again after leaving this page</h4><p>Make sure to print, download, or copy them to a password manager.</p><ol role="list">${CODES.map((code, at) => `<li><span>${at + 1}:</span> ${code}</li>`).join('')}</ol>`,
    codes: CODES,
  },
  preformatted: { body: `<p>Save your recovery codes:</p><pre>\n  ${CODES.join('\n  ')}\n</pre>`, codes: CODES },
  'line breaks': { body: `<p>Your backup codes:</p><p>${CODES.join('<br>')}</p>`, codes: CODES },
  table: {
    body: `<table><caption>Recovery codes</caption>${[0, 2, 4].map((at) => `<tr><td>${at + 1}</td><td>${CODES[at]}</td><td>${at + 2}</td><td>${CODES[at + 1]}</td></tr>`).join('')}</table>`,
    codes: CODES,
  },
  'text area': {
    body: `<textarea readonly aria-label="Recovery codes" rows="6">${CODES.join('\n')}</textarea>`,
    codes: CODES,
  },
  'read-only field': {
    body: '<label>Recovery code <input readonly value="a3f9-07c1-be52-d84e-6b0a"></label>',
    codes: ['a3f9-07c1-be52-d84e-6b0a'],
  },
  'single code': {
    body: '<p>Write down your backup code: <strong>qfzk-wmxt-bvrc-hjpd-lngs</strong></p>',
    codes: ['qfzk-wmxt-bvrc-hjpd-lngs'],
  },
  'boxes side by side': {
    body: `<h2>Recovery codes</h2><div>${CODES.map((code) => `<code style="display: inline-block">${code}</code>`).join('')}</div>`,
    codes: CODES,
  },
  'groups in elements of their own': {
    body: `<h2>Recovery codes</h2>${CODES.map((code) => `<div>${code.replace(/(.*)-(.*)/, '<b>$1</b>-<b>$2</b>')}</div>`).join('')}`,
    codes: CODES,
  },
  'shadow root': {
    body: `<h2>Recovery codes</h2><my-codes></my-codes><script>document.querySelector('my-codes').attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(listOf(CODES))};</script>`,
    codes: CODES,
  },
};

/** Pages that speak of recovery codes and show other things. */
export const OTHER_PAGES: Readonly<Record<string, string>> = {
  orders:
    '<h2>Recovery codes</h2><p>None left.</p><h2>Orders</h2><ul><li>10048211</li><li>10048215</li><li>10048230</li><li>10048244</li><li>10048251</li></ul>',
  phones: '<h2>Recovery codes</h2><ul><li>+49 151 2345678</li><li>+49 160 8765432</li><li>+49 171 1122334</li></ul>',
  prices: '<h2>Recovery codes</h2><ul><li>1,299.00</li><li>2,499.00</li><li>3,799.00</li></ul>',
  hidden: `<h2>Recovery codes</h2><div style="display: none">${listOf(CODES)}</div>`,
  typed: '<label>Your recovery codes <textarea></textarea></label>',
  'sign-in': '<label>Recovery code <input name="recovery-code"></label>',
};
