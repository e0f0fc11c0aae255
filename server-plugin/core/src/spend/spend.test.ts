import { describe, expect, it } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { decideLimitRequest, listLimitRequests, requestSpendLimit } from './limit-requests.ts';
import { spendReport } from './spend-report.ts';
import { changeSpendSettings, setSpendLimit, showSpendSettings } from './spend-settings.ts';

const LIMIT = 'lifeguard.smsMonthlyLimit';

describe('settings', () => {
  it('are stated also where nobody has set any', () => {
    expect(showSpendSettings({}, new MemoryPorts())).toMatchObject({ ok: true, attributes: { [LIMIT]: '1.00' } });
  });

  it.each([
    ['a name that nobody knows', { 'lifeguard.smsLimit': '5' }],
    ['a policy attribute', { 'lifeguard.mfaConfiguration': 'OFF' }],
    ['a value that is no text', { [LIMIT]: 5 }],
    ['a value that can not be read', { [LIMIT]: '5 USD' }],
  ])('%s changes nothing', (_, attributes) => {
    const ports = new MemoryPorts();
    const before = ports.attributes;
    expect(changeSpendSettings({ attributes }, ports)).toMatchObject({ ok: false });
    expect(ports.attributes).toEqual(before);
  });

  it('can be mended one by one only when all are readable afterwards', () => {
    const ports = new MemoryPorts();
    ports.attributes = { ...ports.attributes, [LIMIT]: 'broken' };
    expect(changeSpendSettings({ attributes: { 'lifeguard.smsPerHour': '7' } }, ports).ok).toBe(false);
    expect(changeSpendSettings({ attributes: { [LIMIT]: '7' } }, ports).ok).toBe(true);
    expect(ports.attributes[LIMIT]).toBe('7.00');
  });

  it.each([undefined, 5, '', '-5', '5 USD'])('the limit %j is refused', (amount) => {
    expect(setSpendLimit({ amount }, new MemoryPorts())).toMatchObject({ ok: false, code: 'invalid-amount' });
  });
});

describe('a request for a higher limit', () => {
  const administrator = 'ann';
  const asked = (ports: MemoryPorts) =>
    requestSpendLimit({ amount: '50', reason: ' launch ', administrator }, ports) as { request: { id: string } };

  it('changes nothing until somebody approves it', () => {
    const ports = new MemoryPorts();
    const { request } = asked(ports);
    expect(request).toMatchObject({
      state: 'open',
      amountInMicroUsd: 50_000_000,
      reason: 'launch',
      requestedBy: 'ann',
    });
    expect(ports.attributes[LIMIT]).toBeUndefined();
    expect(decideLimitRequest({ id: request.id, approve: true, administrator: 'bob' }, ports)).toMatchObject({
      ok: true,
      request: { state: 'approved', decidedBy: 'bob' },
    });
    expect(ports.attributes[LIMIT]).toBe('50.00');
  });

  it('is decided once', () => {
    const ports = new MemoryPorts();
    const { id } = asked(ports).request;
    decideLimitRequest({ id, approve: false, administrator }, ports);
    expect(decideLimitRequest({ id, approve: true, administrator }, ports)).toMatchObject({ code: 'no-open-request' });
    expect(ports.attributes[LIMIT]).toBeUndefined();
    expect(listLimitRequests({}, ports).requests).toMatchObject([{ state: 'denied' }]);
  });

  it('stays in sight until it is decided, however many are asked behind it', () => {
    const ports = new MemoryPorts();
    const { id } = asked(ports).request;
    for (let other = 0; other < 250; other += 1) {
      decideLimitRequest({ id: asked(ports).request.id, approve: false, administrator }, ports);
    }
    expect(listLimitRequests({}, ports).requests[0]).toMatchObject({ id, state: 'open' });
  });

  it('is refused while fifty others are open', () => {
    const ports = new MemoryPorts();
    const first = asked(ports).request;
    for (let other = 1; other < 50; other += 1) asked(ports);
    expect(asked(ports)).toMatchObject({ ok: false, code: 'too-many-open-requests' });
    expect(ports.limitRequests()).toHaveLength(50);
    decideLimitRequest({ id: first.id, approve: false, administrator }, ports);
    expect(asked(ports)).toMatchObject({ ok: true });
  });

  it.each([
    ['no amount', { reason: 'launch' }, 'invalid-amount'],
    ['no reason', { amount: '50' }, 'invalid-reason'],
    ['a blank reason', { amount: '50', reason: '  ' }, 'invalid-reason'],
    ['a reason without end', { amount: '50', reason: 'x'.repeat(1001) }, 'invalid-reason'],
    ['no raise', { amount: '1.00', reason: 'launch' }, 'not-a-raise'],
  ])('with %s is refused', (_, wish, code) => {
    const ports = new MemoryPorts();
    expect(requestSpendLimit({ ...wish, administrator }, ports)).toMatchObject({ ok: false, code });
    expect(ports.limitRequests()).toEqual([]);
  });
});

const tally = (day: string, country: string, outcome: string, texts: number, costInMicroUsd: number) => ({
  day,
  country,
  outcome,
  texts,
  costInMicroUsd,
});

describe('the report', () => {
  it('adds up by day, country and reason', () => {
    const ports = new MemoryPorts();
    ports.spendOf = () => ({
      spentInMicroUsd: 900,
      tallies: [
        tally('2023-11-15', 'US', 'accepted', 2, 200),
        tally('2023-11-14', 'DE', 'accepted', 1, 500),
        tally('2023-11-14', 'US', 'unanswered', 1, 100),
        tally('2023-11-14', 'US', 'delivered', 2, 0),
        tally('2023-11-14', 'US', 'undelivered', 1, 0),
        tally('2023-11-14', 'US', 'gateway', 1, 0),
        tally('2023-11-15', 'JM', 'country-denied', 3, 0),
      ],
    });
    expect(spendReport({}, ports)).toEqual({
      ok: true,
      month: '2023-11',
      limitInMicroUsd: 1_000_000,
      spentInMicroUsd: 900,
      texts: 4,
      delivered: 2,
      undelivered: 1,
      byDay: [
        { day: '2023-11-14', texts: 2, costInMicroUsd: 600 },
        { day: '2023-11-15', texts: 2, costInMicroUsd: 200 },
      ],
      byCountry: [
        { country: 'DE', texts: 1, costInMicroUsd: 500 },
        { country: 'US', texts: 3, costInMicroUsd: 300 },
      ],
      refusals: [
        { reason: 'country-denied', texts: 3 },
        { reason: 'gateway', texts: 1 },
      ],
    });
  });

  it.each([5, '', '2026', '2026-13', '2026-11-25'])('the month %j is refused', (month) => {
    expect(spendReport({ month }, new MemoryPorts())).toMatchObject({ ok: false, code: 'invalid-month' });
  });
});
