import { expect, test } from '@playwright/test';
import { KeycloakStartError } from '@lifeguard/dev/keycloak';
import { startSecondServer } from '../support/second-server.ts';

test('the gateway that writes codes to the log does not start outside of development mode', async () => {
  test.setTimeout(300_000);
  const outcome: unknown = await startSecondServer({
    options: ['--spi-lifeguard-sms--log--codes-in-log=true'],
  }).then(
    (keycloak) => keycloak.stop(),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(KeycloakStartError);
  expect((outcome as KeycloakStartError).output).toContain(
    'Lifeguard does not start: --spi-lifeguard-sms--log--codes-in-log writes live codes to the log',
  );
});
