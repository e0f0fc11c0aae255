/**
 * A refusal as the clients know it. Every one of them is answered with 400, except for InternalErrorException. It is thrown, but it is no
 * Error: nobody reads where it was thrown, and in ES5 a class that extends Error is rebuilt by helpers that change themselves.
 */
export class CognitoError {
  readonly type: string;
  readonly message: string;

  /** @param type the name of the exception in the model */
  constructor(type: string, message: string) {
    this.type = type;
    this.message = message;
  }
}

export const notAuthorized = (message: string): CognitoError => new CognitoError('NotAuthorizedException', message);

export const invalidParameter = (message: string): CognitoError =>
  new CognitoError('InvalidParameterException', message);

export const resourceNotFound = (message: string): CognitoError =>
  new CognitoError('ResourceNotFoundException', message);
