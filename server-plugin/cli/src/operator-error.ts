export type OperatorErrorCode =
  | 'usage'
  | 'unreachable'
  | 'wrong-credentials'
  | 'realm-not-found'
  | 'missing-role'
  | 'plugin-missing'
  | 'flow-changed'
  | 'not-applied'
  | 'refused-by-server';

/** A failure that the operator can mend: its message is one sentence that says what is wrong and what to do. */
export class OperatorError extends Error {
  readonly code: OperatorErrorCode;

  constructor(code: OperatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OperatorError';
    this.code = code;
  }
}
