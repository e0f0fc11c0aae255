import { expect, test } from '@playwright/test';
import { setPhoneNumber, setSpendSettings } from '@lifeguard/cli';
import { lifeguard } from '../support/operator.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createLimitedBed, signInBySms, spend } from '../support/spending.ts';
import { createTestBed } from '../support/test-bed.ts';

test('countries, prices and the maximum price decide where texts go and what they cost', async () => {
  await using bed = await createLimitedBed('5.00');
  await setSpendSettings(bed.pool, {
    prices: 'default=0.10 US=0.0081 +1876=0.30 GB=0.04',
    maxPriceInMicroUsd: '0.20',
    deniedCountries: 'GB',
  });
  const number = async (phoneNumber: string) => {
    const user = await bed.createUser({ phone: false });
    await setPhoneNumber(bed.pool, { user: user.username, phoneNumber });
    return { ...user, phoneNumber };
  };
  const american = await number('+14155552671');
  const jamaican = await number('+18765552671');
  const british = await number('+447400123456');
  for (const user of [american, jamaican, british]) await signInBySms(bed, user);
  expect(await bed.texts(jamaican.phoneNumber)).toEqual([]);
  expect(await bed.texts(british.phoneNumber)).toEqual([]);
  expect(await spend(bed)).toMatchObject({
    byCountry: [{ country: 'US', texts: 1, costInMicroUsd: 8_100 }],
    refusals: expect.arrayContaining([
      { reason: 'price-above-maximum', texts: 1 },
      { reason: 'country-denied', texts: 1 },
    ]),
  });
});

test('caps by address, number, user and pool refuse one text too many', async () => {
  await using bed = await createLimitedBed('5.00');
  const user = await bed.createUser();
  async function isSent(headers: Readonly<Record<string, string>> = {}): Promise<boolean> {
    await bed.moveClock((clock += 200));
    const before = (await bed.texts(user.phoneNumber)).length;
    await new PlainBrowser(bed, headers).signIn(user);
    return (await bed.texts(user.phoneNumber)).length > before;
  }
  let clock = 0;
  for (const cap of ['perAddressPerHour', 'perNumberPerHour', 'perUserPerHour', 'perHour'] as const) {
    clock += 3_600;
    await setSpendSettings(bed.pool, { [cap]: '2' });
    expect([await isSent(), await isSent(), await isSent()], cap).toEqual([true, true, false]);
    if (cap === 'perAddressPerHour') expect(await isSent({ 'x-forwarded-for': '10.1.2.3' })).toBe(true);
    await setSpendSettings(bed.pool, { [cap]: '0' });
  }
  expect((await spend(bed)).refusals.map(({ reason }) => reason).toSorted()).toEqual([
    'address-cap',
    'number-cap',
    'pool-cap',
    'user-cap',
  ]);
});

test('settings that can not be read send nothing, whoever wrote them', async () => {
  await using bed = await createTestBed();
  await bed.setAttributes({ 'lifeguard.smsMonthlyLimit': 'much' });
  const user = await bed.createUser();
  await signInBySms(bed, user);
  expect(await bed.texts(user.phoneNumber)).toEqual([]);
  expect(await lifeguard(bed, 'sms', 'get')).toMatchObject({
    status: 1,
    output: expect.stringContaining('lifeguard.smsMonthlyLimit'),
  });
  expect((await lifeguard(bed, 'sms', 'set', '--monthly-limit', '5')).status).toBe(0);
  expect((await spend(bed)).refusals).toEqual([{ reason: 'settings-unreadable', texts: 1 }]);
});
