import { createHash } from 'node:crypto';
import { EXTENSION_REDIRECT_URIS } from '@lifeguard/shared/cognito';
import { expect, test } from 'vitest';
import { manifest } from '../../manifest.ts';

test('the addresses that operators let the pool redirect to are those of the published extension', () => {
  const { key } = manifest('chrome') as unknown as { readonly key: string };
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  // Chromium writes the digits 0 to f as the letters a to p.
  const id = digest.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

  const { browser_specific_settings: settings } = manifest('firefox') as unknown as {
    readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
  };
  const hash = createHash('sha1').update(settings.gecko.id).digest('hex');

  expect(EXTENSION_REDIRECT_URIS).toEqual([
    `https://${id}.chromiumapp.org/`,
    `https://${hash}.extensions.allizom.org/`,
  ]);
});
