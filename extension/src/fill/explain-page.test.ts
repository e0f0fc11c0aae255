import { describe, expect, test } from 'vitest';
import { frameWith, LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import type { FrameSignals } from '../detect/frame-signals.ts';
import { explainPage } from './explain-page.ts';
import type { PageFrame } from './page-frame.ts';

const ORIGIN = 'https://login.example.org';

function frame(signals: FrameSignals, changes: Partial<PageFrame> = {}): PageFrame {
  return { frameId: 0, documentId: 'top', origin: ORIGIN, signals, ...changes };
}

describe('a page is explained', () => {
  test('with the field that was chosen, what speaks for it, and by how much', () => {
    const { outcome, origin, acceptedScore, documents } = explainPage([frame(LOGIN_OTP)]);
    expect({ outcome, origin }).toEqual({ outcome: 'totp', origin: ORIGIN });
    const [chosen] = documents[0]?.fields ?? [];
    expect(chosen).toMatchObject({ name: 'One-time code', verdict: 'chosen', kind: 'totp', against: [] });
    expect(chosen?.score).toBeGreaterThanOrEqual(acceptedScore);
    expect(chosen?.evidence).toContain('autocomplete-one-time-code');
  });

  test('with what speaks against a field, best first', () => {
    const signals = frameWith({
      fields: [{ name: 'q', label: 'Search' }, { name: 'promo_code', label: 'Promo code', maxLength: 6 }, {}],
    });
    const { outcome, documents } = explainPage([frame(signals)]);
    expect(outcome).toBe('no-code-field');
    const fields = documents[0]?.fields ?? [];
    expect(fields.map(({ name }) => name)).toEqual(['Promo code', 'Search', '']);
    for (const { verdict, kind, against } of fields) {
      expect({ verdict, kind }).toEqual({ verdict: 'no-code-field', kind: undefined });
      expect(against).not.toEqual([]);
    }
  });

  test('frame by frame, without those that have no field', () => {
    const inner = frame(LOGIN_OTP, { frameId: 4, documentId: 'inner', origin: 'https://id.example.net' });
    const { outcome, documents } = explainPage([frame(frameWith({ fields: [] })), inner]);
    expect(outcome).toBe('totp');
    expect(documents.map(({ origin }) => origin)).toEqual(['https://id.example.net']);
  });

  test('also when the extension sees nothing of it', () => {
    expect(explainPage([])).toMatchObject({ origin: undefined, outcome: 'no-access', documents: [] });
  });
});
