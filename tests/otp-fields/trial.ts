import type { ChangedField } from './field-values.ts';

/** What happened on a page when the user asked for the code. */
export interface Trial {
  readonly file: string;
  /** The codes that the account may have given. */
  readonly codes: readonly string[];
  /** Whether the popup offered to fill. */
  readonly offered: boolean;
  /** What the popup said, if anything. */
  readonly told: string;
  /** Whose code the popup said that the page wants; absent: it named none. */
  readonly shownKind?: string;
  readonly changed: readonly ChangedField[];
  /** What stands in the boxes of each target. */
  readonly values: readonly string[];
  /** What the page itself believes, if it can be asked. */
  readonly result: { readonly code: string; readonly attrLeak?: boolean } | undefined;
}
