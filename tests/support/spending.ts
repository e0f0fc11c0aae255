import { expect } from '@playwright/test';
import { getSpend } from '@lifeguard/cli';
import { PlainBrowser } from './plain-browser.ts';
import { createTestBed, type TestBed, type TestUser } from './test-bed.ts';

/** Every text costs 0.10 USD unless a pool says otherwise. */
export async function createLimitedBed(limit: string): Promise<TestBed> {
  return createTestBed({ realm: { attributes: { 'lifeguard.smsMonthlyLimit': limit } } });
}

export async function signInBySms(bed: TestBed, user: TestUser): Promise<PlainBrowser> {
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  return browser;
}

/** The report of this month. */
export async function spend(bed: TestBed) {
  const report = await getSpend(bed.pool);
  if (!report.ok) throw new Error(report.reason);
  return report;
}
