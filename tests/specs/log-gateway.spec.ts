import { expect, test } from '@playwright/test';
import { KeycloakStartError, startKeycloak } from '@lifeguard/dev/keycloak';
import { LIFEGUARD_JAR } from '../support/jar-variant.ts';

test('the gateway that writes codes to the log does not start outside of development mode', async () => {
  test.setTimeout(300_000);
  const outcome: unknown = await startKeycloak({
    home: 'log-gateway',
    jars: [LIFEGUARD_JAR],
    production: true,
    options: ['--hostname-strict=false', '--spi-lifeguard-sms--log--codes-in-log=true'],
  }).then(
    (keycloak) => keycloak.stop(),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(KeycloakStartError);
  expect((outcome as KeycloakStartError).output).toContain(
    'Lifeguard does not start: --spi-lifeguard-sms--log--codes-in-log writes live codes to the log',
  );
});
