/** What the shell sees. */
export const EXIT_CODE = {
  ok: 0,
  /** The doctor found a problem, or a change was refused and nothing was written. */
  refused: 1,
  /** The command line is wrong, or the server could not be worked with. */
  failed: 2,
  /** The pool is not as the file says, and was left so. */
  differs: 3,
} as const;
