/** The feature release that `java -version` reports: 8 for `1.8.0_402`, 17 for `17.0.15`, 25 for `25-ea`. */
export function parseJavaVersion(output: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(output);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
