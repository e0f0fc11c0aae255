import { expect, test } from 'vitest';
import { chooseJdk, missingJdk } from './jdk.ts';

const JAVA_8 = { home: '/opt/java8', version: 8 };
const JAVA_11 = { home: '/opt/java11', version: 11 };
const JAVA_17 = { home: '/opt/java17', version: 17 };
const JAVA_25 = { home: '/opt/java25', version: 25 };

test('the first that is new enough is taken, so that JAVA_HOME goes before the rest', () => {
  expect(chooseJdk([JAVA_25, JAVA_17])).toBe(JAVA_25);
});

test('a JAVA_HOME that is too old is passed over', () => {
  expect(chooseJdk([JAVA_11, JAVA_17, JAVA_25])).toBe(JAVA_17);
});

test('none is new enough', () => {
  expect(chooseJdk([JAVA_8, JAVA_11])).toBeUndefined();
});

test('the refusal says in one sentence what was found and what to do', () => {
  const remedy =
    'install JDK 17 or newer (for example `apt-get install openjdk-17-jdk-headless`) or set JAVA_HOME to one.';
  expect(missingJdk([])).toBe(`No JDK was found: ${remedy}`);
  expect(missingJdk([JAVA_11])).toBe(`Java 11 in /opt/java11 is too old: ${remedy}`);
  expect(missingJdk([JAVA_8, JAVA_11])).toBe(`Java 8 in /opt/java8 and Java 11 in /opt/java11 are too old: ${remedy}`);
});
