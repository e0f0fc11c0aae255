import { hotpCode } from '@lifeguard/shared/otp';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENCRYPTED_EXPORTS } from './encrypted-exports.fixture.ts';
import { bytesOf, PASSWORD, read } from './import.fixture.ts';
import { migrationParameters, migrationUri, PLAIN_EXPORTS } from './plain-exports.fixture.ts';
import { type ReadResult, readExport } from './read-export.ts';

const LIMIT_IN_MILLIS = 100;
const MAX_ATTEMPTS = 5;
const RUNS = { numRuns: 300 };

/** Reads within the limit, never throws, and accepts nothing that makes no code. */
async function readQuickly(bytes: Uint8Array<ArrayBuffer>, limitInMillis = LIMIT_IN_MILLIS): Promise<ReadResult> {
  const millis: number[] = [];
  let result: ReadResult;
  do {
    const startedAt = performance.now();
    result = await readExport({ bytes });
    millis.push(performance.now() - startedAt);
    // A device that is busy elsewhere is not the reader's fault.
  } while (Math.min(...millis) >= limitInMillis && millis.length < MAX_ATTEMPTS);
  expect(Math.min(...millis)).toBeLessThan(limitInMillis);
  if (result.ok) {
    for (const { key } of result.entries) expect(hotpCode(key, key.counter)).toHaveLength(key.digits);
  }
  return result;
}

test('any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      await readQuickly(new Uint8Array(bytes));
    }),
    RUNS,
  );
});

test('any JSON', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 5 }), async (text) => {
      await readQuickly(bytesOf(text));
    }),
    RUNS,
  );
});

const samples = [
  ...Object.values(PLAIN_EXPORTS),
  migrationUri([migrationParameters(), migrationParameters({ name: 'bob' })]),
].map(bytesOf);

test('any export with a part of it cut out, repeated or written over', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      fc.nat(),
      fc.nat({ max: 20 }),
      fc.uint8Array({ maxLength: 20 }),
      async (sample, place, length, written) => {
        const start = place % sample.length;
        const changed = [...sample.subarray(0, start), ...written, ...sample.subarray(start + length)];
        await readQuickly(Uint8Array.from(changed));
      },
    ),
    RUNS,
  );
});

const jsonSamples: readonly unknown[] = Object.values(PLAIN_EXPORTS)
  .filter((text) => /^[[{]/.test(text))
  .map((text) => JSON.parse(text));

test('any JSON export with another value in one place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...jsonSamples), fc.nat(), fc.jsonValue(), async (sample, place, value) => {
      await readQuickly(bytesOf(JSON.stringify(withValueAt(sample, place, value))));
    }),
    RUNS,
  );
});

/** Replaces one of the values of a document, counted from its top. */
function withValueAt(document: unknown, place: number, value: unknown): unknown {
  let count = 0;
  JSON.stringify(document, (_key, each: unknown) => ((count += 1), each));
  let rest = place % count;
  return JSON.parse(JSON.stringify(document, (_key, each: unknown) => (rest-- === 0 ? value : each)));
}

test('any encrypted export with another value in one place, or another byte', { timeout: 120_000 }, async () => {
  const files = await Promise.all(ENCRYPTED_EXPORTS.map(async ([, seal]) => seal()));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.jsonValue(), async (file, place, value) => {
      const { content, password = PASSWORD } = file;
      if (content instanceof Uint8Array) await read(content.with(place % content.length, place % 251), password);
      else await read(withValueAt(content, place, value), password);
    }),
    { numRuns: 60 },
  );
});

test('any message in a migration URI', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 5 }), async (parameters) => {
      const result = await readQuickly(bytesOf(migrationUri(parameters)));
      if (result.ok) expect(result.entries.length + result.rejected.length).toBe(parameters.length);
    }),
    RUNS,
  );
});

test.each<[string, string]>([
  ['one long line', 'otpauth://totp/'.padEnd(1_000_000, 'a')],
  ['many lines', 'otpauth://x\n'.repeat(5000)],
  ['a tag without an end', `<KeePassFile><${'a'.repeat(1_000_000)}`],
  ['many quotes', `Title,Username,OTPAuth\n${'"'.repeat(500_001)}`],
  ['a row of many cells', `Title,Username,OTPAuth\n${','.repeat(200_000)}`],
  ['a migration URI of many fields', `otpauth-migration://offline?data=${'CgAA'.repeat(10_000)}`],
])('%s takes linear time', async (_name, text) => {
  // Those that took the square of their length would take minutes.
  await readQuickly(bytesOf(text), 1000);
});
