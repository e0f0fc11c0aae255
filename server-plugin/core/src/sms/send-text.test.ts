import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { sendText } from './send-text.ts';

const text = { purpose: 'sign-in', phoneNumber: '+14155550123', message: 'Your code is {####}.' } as const;

function poolWith(attributes: Readonly<Record<string, string>>): MemoryPorts {
  const ports = new MemoryPorts();
  ports.attributes = { ...ports.attributes, ...attributes };
  ports.issueCode({
    purpose: 'sign-in',
    digits: 6,
    destination: text.phoneNumber,
    sentAtInMillis: ports.now(),
    validityInSeconds: 180,
  });
  return ports;
}

describe('the monthly limit', () => {
  it('leaves room for what it pays for and no more', () => {
    const ports = poolWith({ 'lifeguard.smsMonthlyLimit': '0.25' });
    const outcomes = [1, 2, 3].map(() => sendText(text, ports));
    expect(outcomes).toEqual([
      { outcome: 'accepted' },
      { outcome: 'accepted' },
      { outcome: 'refused', reason: 'monthly-limit' },
    ]);
    expect(ports.texts).toHaveLength(2);
    expect(ports.ledger.refusals).toEqual(['monthly-limit']);
  });

  it('begins anew with the month', () => {
    const ports = poolWith({ 'lifeguard.smsMonthlyLimit': '0.10' });
    sendText(text, ports);
    ports.nowInMillis += 31 * 86_400_000;
    expect(sendText(text, ports).outcome).toBe('accepted');
  });

  it('gets back what the gateway refused, and not what it left unanswered', () => {
    const ports = poolWith({ 'lifeguard.smsMonthlyLimit': '0.10' });
    ports.gateway = 'refused';
    expect(sendText(text, ports)).toEqual({ outcome: 'refused', reason: 'gateway' });
    ports.gateway = 'unknown';
    expect(sendText(text, ports)).toEqual({ outcome: 'unknown' });
    ports.gateway = 'accepted';
    expect(sendText(text, ports)).toEqual({ outcome: 'refused', reason: 'monthly-limit' });
  });

  it('keeps the price when the request dies at the gateway', () => {
    const ports = poolWith({ 'lifeguard.smsMonthlyLimit': '0.10' });
    ports.sendCode = () => {
      throw new Error('the server was killed');
    };
    expect(() => sendText(text, ports)).toThrow('killed');
    expect(sendText(text, ports)).toEqual({ outcome: 'refused', reason: 'monthly-limit' });
  });

  it('is never passed, whatever the gateway does and whatever texts cost', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 500 }),
        fc.array(fc.tuple(fc.nat({ max: 60 }), fc.constantFrom('accepted', 'refused', 'unknown'))),
        (limit, orders) => {
          const ports = poolWith({ 'lifeguard.smsMonthlyLimit': `0.${String(limit).padStart(3, '0')}` });
          for (const [price, gateway] of orders) {
            ports.attributes = { ...ports.attributes, 'lifeguard.smsPrices': `default=0.0${price}` };
            ports.gateway = gateway;
            sendText(text, ports);
            expect(ports.ledger.spentInMicroUsd('2023-11')).toBeLessThanOrEqual(limit * 1000);
          }
        },
      ),
    );
  });
});

describe('thresholds', () => {
  it('are told once each', () => {
    const ports = poolWith({
      'lifeguard.smsMonthlyLimit': '1.00',
      'lifeguard.smsPerUserPerHour': '0',
      'lifeguard.smsPerNumberPerHour': '0',
    });
    for (let sent = 0; sent < 12; sent += 1) sendText(text, ports);
    expect(ports.ledger.told).toEqual([50, 80, 100]);
  });

  it('count as reached when the next text does not fit in', () => {
    const ports = poolWith({ 'lifeguard.smsMonthlyLimit': '0.15' });
    sendText(text, ports);
    expect(ports.ledger.told).toEqual([50]);
    sendText(text, ports);
    expect(ports.ledger.told).toEqual([50, 80, 100]);
  });

  it('are told again of another limit', () => {
    const ports = poolWith({ 'lifeguard.smsMonthlyLimit': '0.20' });
    sendText(text, ports);
    ports.attributes = { ...ports.attributes, 'lifeguard.smsMonthlyLimit': '0.40' };
    sendText(text, ports);
    expect(ports.ledger.told).toEqual([50, 50]);
  });
});

describe('caps', () => {
  it.each([
    ['user-cap', 'lifeguard.smsPerUserPerHour'],
    ['number-cap', 'lifeguard.smsPerNumberPerHour'],
    ['address-cap', 'lifeguard.smsPerAddressPerHour'],
    ['pool-cap', 'lifeguard.smsPerHour'],
  ])('%s refuses one text too many, for an hour', (reason, attribute) => {
    const ports = poolWith({ [attribute]: '2' });
    expect([sendText(text, ports), sendText(text, ports)].map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(sendText(text, ports)).toEqual({ outcome: 'refused', reason });
    ports.nowInMillis += 3_600_000;
    expect(sendText(text, ports).outcome).toBe('accepted');
  });

  it('by address see a whole IPv6 network as one', () => {
    const ports = poolWith({ 'lifeguard.smsPerAddressPerHour': '1' });
    ports.ledger.address = '2001:db8::1';
    sendText(text, ports);
    ports.ledger.address = '2001:db8::2';
    expect(sendText(text, ports)).toEqual({ outcome: 'refused', reason: 'address-cap' });
  });
});

describe('settings', () => {
  it.each([
    ['a denied country', { 'lifeguard.smsDeniedCountries': 'US' }, 'country-denied'],
    ['a country that is not allowed', { 'lifeguard.smsAllowedCountries': 'DE' }, 'country-not-allowed'],
    ['a price above the maximum', { 'lifeguard.smsMaxPrice': '0.05' }, 'price-above-maximum'],
    ['no price', { 'lifeguard.smsPrices': 'DE=0.1' }, 'no-price'],
    ['a limit that can not be read', { 'lifeguard.smsMonthlyLimit': 'ten' }, 'settings-unreadable'],
  ])('%s sends nothing and reserves nothing', (_, attributes, reason) => {
    const ports = poolWith(attributes);
    expect(sendText(text, ports)).toEqual({ outcome: 'refused', reason });
    expect(ports.texts).toEqual([]);
    expect(ports.ledger.texts).toEqual([]);
    expect(ports.ledger.refusals).toEqual([reason]);
  });

  it('hand the maximum on to the gateway', () => {
    const ports = poolWith({ 'lifeguard.smsMaxPrice': '0.20' });
    const asked: number[] = [];
    ports.sendCode = ({ maxPriceInMicroUsd }) => {
      asked.push(maxPriceInMicroUsd);
      return 'accepted';
    };
    sendText(text, ports);
    expect(asked).toEqual([200_000]);
  });
});
