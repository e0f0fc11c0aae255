import { expect } from '@playwright/test';
import type { TestBed, TestUser } from './test-bed.ts';
import { wrongCodes } from './wrong-codes.ts';

interface WrongCodesOptions {
  readonly user: TestUser;
  readonly count: number;
  /** Answers with one wrong code. */
  readonly submit: (code: string) => Promise<unknown>;
}

/**
 * Answers wrongly, each time when brute-force detection has counted the answer before: while it counts, Keycloak takes the user for
 * locked.
 */
export async function enterWrongCodes(bed: TestBed, { user, count, submit }: WrongCodesOptions): Promise<void> {
  const before = await bed.failures(user);
  for (const [index, code] of wrongCodes(await bed.lastCode(user.phoneNumber), count).entries()) {
    await submit(code);
    await expect.poll(() => bed.failures(user)).toBe(before + index + 1);
  }
}
