import { expect, test } from 'vitest';
import { KeycloakStartError, tellingLines } from './start-error.ts';

test('what follows the first error tells why it did not start, without stack frames', () => {
  const output =
    'INFO a\n\nERROR: Build failure\n\tFound 2 problems\n\tat io.quarkus.Arc.validate(Arc.java:491)\n\t... 12 more\nERROR: b\n';
  expect(tellingLines(output)).toBe('ERROR: Build failure\n\tFound 2 problems\nERROR: b');
});

test('without such lines the last ones do', () => {
  expect(tellingLines("Unknown option: '--x'\nTry --help\n\n")).toBe("Unknown option: '--x'\nTry --help");
});

test('the error keeps the exit status and all of the output for a test that expects it', () => {
  const error = new KeycloakStartError({ exitCode: 1, output: 'INFO a\nERROR b\n', logFile: '/x.log' });
  expect(error).toMatchObject({ exitCode: 1, output: 'INFO a\nERROR b\n' });
  expect(error.message).toBe('Keycloak did not start (exit status 1). Its log is /x.log.\nERROR b');
});
