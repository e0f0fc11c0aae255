import axe, { type AxeResults, type RunOptions } from 'axe-core';

/** The levels that laws ask for, and what axe calls good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface AccessibilityOptions {
  /** Elements that aren't ours. */
  readonly exclude?: string;
  /** Whether the browser replaces colours by the user's own, which axe computes nothing of. */
  readonly hasForcedColors?: boolean;
}

/**
 * What axe finds fault with in a document, with the elements.
 * @param evaluate runs an expression there and waits for its promise
 */
export async function accessibilityFaults(
  evaluate: (expression: string) => Promise<unknown>,
  { exclude, hasForcedColors = false }: AccessibilityOptions = {},
): Promise<readonly string[]> {
  const options: RunOptions = {
    runOnly: { type: 'tag', values: TAGS },
    rules: {
      // Who presses by voice says the words that are seen; axe calls the rule an experiment.
      'label-content-name-mismatch': { enabled: true },
      'color-contrast': { enabled: !hasForcedColors },
    },
  };
  const context = exclude === undefined ? 'document' : JSON.stringify({ exclude: [exclude] });
  await evaluate(`${axe.source}; undefined`);
  return (await evaluate(`axe.run(${context}, ${JSON.stringify(options)}).then(${faultsOf})`)) as readonly string[];
}

function faultsOf({ violations }: AxeResults): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
