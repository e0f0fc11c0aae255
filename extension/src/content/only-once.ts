/**
 * Starts in a document once, however often the script is injected there: a second listener would answer everything twice.
 * By a symbol in the extension's isolated world, because even there a name would be an element of the page that has it as its id.
 */
export function onlyOnce(what: string, start: () => void): void {
  const mark = Symbol.for(`lifeguard ${what}`);
  const world = globalThis as { [mark: symbol]: true | undefined };
  if (world[mark] !== undefined) return;
  world[mark] = true;
  start();
}
