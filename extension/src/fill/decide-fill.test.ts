import { describe, expect, test } from 'vitest';
import { frameWith, LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import { decideFill, type FillableAccount } from './decide-fill.ts';
import { waitForFreshCode } from './fresh-code.ts';
import type { PageFrame } from './page-frame.ts';

const HERE = 'https://id.example';
const EMPTY = frameWith({ fields: [] });

function frame(changes: Partial<PageFrame> = {}): PageFrame {
  return { frameId: 0, documentId: 'top', origin: HERE, signals: LOGIN_OTP, ...changes };
}

function boundTo(...origins: readonly string[]): FillableAccount {
  return { origins, coveredDomains: [], frames: [] };
}

function refusal(frames: readonly PageFrame[], account: FillableAccount = boundTo(HERE)): string {
  const decision = decideFill(frames, account);
  return decision.ok ? 'filled' : decision.reason;
}

test('the code field of a bound page gets the code', () => {
  expect(decideFill([frame()], boundTo(HERE))).toEqual({ ok: true, documentId: 'top', origin: HERE, boxes: [1] });
});

test('a frame of the same origin gets it when the page itself has no field, and only that frame', () => {
  const inner = frame({ frameId: 7, documentId: 'inner' });
  expect(decideFill([frame({ signals: EMPTY }), inner], boundTo(HERE))).toMatchObject({ documentId: 'inner' });
  expect(decideFill([inner, frame()], boundTo(HERE))).toMatchObject({ documentId: 'top' });
});

const EVIL = 'https://evil.example';
const EMBEDDER = frame({ origin: EVIL, signals: EMPTY });
const OTHER_FRAME = frame({ frameId: 7, documentId: 'inner', origin: EVIL });

test('a frame of the bound origin gets it within the page that the user has allowed, and in no other', () => {
  const account = { ...boundTo(HERE), frames: [{ origin: HERE, within: EVIL }] };
  const inner = frame({ frameId: 7, documentId: 'inner' });
  expect(decideFill([EMBEDDER, inner], account)).toMatchObject({ ok: true, documentId: 'inner', origin: HERE });
  expect(refusal([{ ...EMBEDDER, origin: 'https://other.example' }, inner], account)).toBe('needs-consent');
});

test('the page’s own field comes before one in a frame of another origin', () => {
  const account = boundTo(HERE, EVIL);
  expect(decideFill([OTHER_FRAME, frame()], account)).toMatchObject({ documentId: 'top' });
});

describe('an account that covers its domain', () => {
  const account = { ...boundTo('https://login.site.example'), coveredDomains: ['site.example'] };
  test.each([
    ['https://site.example', 'filled'],
    ['https://a.b.site.example', 'filled'],
    ['https://other.example', 'not-bound'],
    ['https://site.example:8443', 'not-bound'],
    ['http://site.example', 'insecure-origin'],
    ['https://evilsite.example', 'not-bound'],
  ])('at %s: %s', (origin, outcome) => {
    expect(refusal([frame({ origin })], account)).toBe(outcome);
  });
});

test('an account that covers one of its domains is filled at exact addresses of the others, whenever they came', () => {
  const account = {
    ...boundTo('https://login.site.example', 'https://sso.partner.example'),
    coveredDomains: ['site.example'],
  };
  expect(refusal([frame({ origin: 'https://shop.site.example' })], account)).toBe('filled');
  expect(refusal([frame({ origin: 'https://sso.partner.example' })], account)).toBe('filled');
  expect(refusal([frame({ origin: 'https://usercontent.partner.example' })], account)).toBe('not-bound');
  expect(refusal([frame({ origin: 'https://site.example' })], { ...account, origins: [] })).toBe('not-bound');
});

describe('no code for', () => {
  test.each([
    ['another port', 'https://id.example:8443'],
    ['another scheme, even on this machine', 'http://localhost:8080'],
    ['a subdomain', 'https://a.id.example'],
    ['a name that ends alike', 'https://evil-id.example'],
    ['the name with a letter that looks alike', 'https://xn--d-eqa.example'],
  ])('%s', (_name, origin) => {
    expect(refusal([frame({ origin })])).toBe('not-bound');
  });

  test('a page without https, even if an account is bound to it', () => {
    const origin = 'http://id.example';
    expect(refusal([frame({ origin })], boundTo(origin))).toBe('insecure-origin');
  });

  test('an opaque origin', () => {
    expect(refusal([frame({ origin: 'null' })], boundTo('null'))).toBe('insecure-origin');
  });

  test('a frame of another origin in a bound page', () => {
    expect(refusal([frame({ signals: EMPTY }), OTHER_FRAME])).toBe('not-bound');
  });

  test('a frame of the bound origin in another page, before the user has allowed it there', () => {
    expect(refusal([EMBEDDER, frame({ frameId: 7 })])).toBe('needs-consent');
  });

  test('a frame without an origin of its own', () => {
    expect(refusal([frame({ signals: EMPTY }), { ...OTHER_FRAME, origin: 'null' }])).toBe('cross-origin-frame');
  });

  test('a page whose top document cannot be seen', () => {
    expect(refusal([])).toBe('no-access');
    expect(refusal([frame({ frameId: 7 })])).toBe('no-access');
  });

  test('a page that wants the code of an SMS', () => {
    const signals = frameWith({ fields: [{ name: 'otp' }], form: { factor: 'SMS_MFA' } });
    expect(refusal([frame({ signals })])).toBe('wants-sms');
  });

  test('a page that wants a phone number to send codes to, of its own and not in a frame of another site', () => {
    const signals = frameWith({
      fields: [{ type: 'tel', label: 'Phone number' }],
      form: { text: 'We text you a code.' },
    });
    expect(refusal([frame({ signals })])).toBe('wants-phone-number');
    expect(refusal([frame({ signals: EMPTY }), { ...OTHER_FRAME, signals }])).toBe('no-code-field');
  });

  test('a page without a field, and an account without a site', () => {
    expect(refusal([frame({ signals: EMPTY })])).toBe('no-code-field');
    expect(refusal([frame()], boundTo())).toBe('not-bound');
  });
});

test.each([
  [30_000, 0],
  [3000, 0],
  [2999, 2999],
  [1, 1],
  [0, 0],
  [-5, 0],
])('with %d ms left it waits for %d ms', (timeLeft, wait) => {
  expect(waitForFreshCode({ validUntilInMillis: 1_000_000 + timeLeft, isSpent: false }, 1_000_000)).toBe(wait);
});

test('a code that another page has got is not given again: it waits for the next, however long', () => {
  expect(waitForFreshCode({ validUntilInMillis: 1_029_000, isSpent: true }, 1_000_000)).toBe(29_000);
});
