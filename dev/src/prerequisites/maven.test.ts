import { expect, test } from 'vitest';
import { isRecentMaven, parseMavenVersion } from './maven.ts';

test.each([
  ['\u001B[1mApache Maven 3.8.7\u001B[m\nMaven home: /usr/share/maven', { major: 3, minor: 8 }],
  ['Apache Maven 3.9.11 (3e54c93a704957b63ee3494413a2b544fd3d825b)', { major: 3, minor: 9 }],
  ['Apache Maven 4.0.0-rc-4', { major: 4, minor: 0 }],
  ['The JAVA_HOME environment variable is not defined correctly', undefined],
])('%j', (output, version) => {
  expect(parseMavenVersion(output)).toEqual(version);
});

test.each([
  [{ major: 3, minor: 6 }, false],
  [{ major: 3, minor: 8 }, true],
  [{ major: 4, minor: 0 }, true],
  [{ major: 2, minor: 9 }, false],
])('Maven %o is recent enough: %s', (version, recent) => {
  expect(isRecentMaven(version)).toBe(recent);
});
