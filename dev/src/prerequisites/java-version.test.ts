import { expect, test } from 'vitest';
import { parseJavaVersion } from './java-version.ts';

test.each([
  ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)', 17],
  ['openjdk version "25" 2025-09-16', 25],
  ['openjdk version "26-ea" 2026-03-17', 26],
  ['openjdk version "11.0.24" 2024-07-16', 11],
  ['java version "1.8.0_402"\nJava(TM) SE Runtime Environment (build 1.8.0_402-b06)', 8],
  ['Picked up JAVA_TOOL_OPTIONS: -Dversion=3\nopenjdk version "21.0.2" 2024-01-16 LTS', 21],
  ['Unrecognized option', undefined],
  ['', undefined],
])('%j is Java %s', (output, version) => {
  expect(parseJavaVersion(output)).toBe(version);
});
