/** What was started and must end again: the last first, like `AsyncDisposableStack`, which Node 20 does not have. */
export class RunningParts {
  readonly #ends: (() => Promise<void>)[] = [];

  add(end: () => Promise<void>): void {
    this.#ends.push(end);
  }

  /** Ends everything, also when ending one part fails; the failures are thrown together afterwards. */
  async end(): Promise<void> {
    const failures: unknown[] = [];
    for (const end of this.#ends.splice(0).toReversed()) {
      await end().catch((failure: unknown) => failures.push(failure));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be ended');
  }
}
