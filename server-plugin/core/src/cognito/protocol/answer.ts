import { CognitoError } from './cognito-error.ts';

/** A request as the shell hands it on, before anything of it was looked at. */
export interface CognitoRequest {
  /** The header Content-Type; empty without one. */
  readonly contentType: string;
  readonly body: string;
}

/** What the shell answers, with the headers that every answer has. */
export interface CognitoAnswer {
  readonly status: 200 | 400 | 500;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export function answerWith(output: unknown): CognitoAnswer {
  return { status: 200, headers: {}, body: output ?? {} };
}

/** Header and body agree: the JavaScript SDK and Amplify prefer the one, botocore and amazon-cognito-identity-js the other. */
export function answerError({ type, message }: CognitoError): CognitoAnswer {
  return {
    status: type === 'InternalErrorException' ? 500 : 400,
    headers: { 'x-amzn-ErrorType': `${type}:`, 'x-amzn-ErrorMessage': headerText(message) },
    body: { __type: type, message },
  };
}

/** A header is one line of ASCII; the body has the whole text. */
function headerText(message: string): string {
  return message.replace(/[^\x20-\x7e]/g, '?').slice(0, 1024);
}
