/** What an operation takes and gives, as JSON has it. */
export type Json = Readonly<Record<string, unknown>>;

/** A client that calls operations by their names: the AWS SDK for JavaScript, boto3, the AWS CLI. */
export interface Operations {
  readonly name: string;
  /** @throws OperationError as the client reports what the server refused */
  call(operation: string, input?: Json): Promise<Json>;
  close(): Promise<void>;
}

/** A refusal as a client has read it. */
export class OperationError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}
