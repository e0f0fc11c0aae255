/** A refusal as the clients know it. Every one of them is answered with 400, except for InternalErrorException. */
export class CognitoError extends Error {
  readonly type: string;

  /** @param type the name of the exception in the model */
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export const notAuthorized = (message: string): CognitoError => new CognitoError('NotAuthorizedException', message);

export const invalidParameter = (message: string): CognitoError =>
  new CognitoError('InvalidParameterException', message);

export const resourceNotFound = (message: string): CognitoError =>
  new CognitoError('ResourceNotFoundException', message);
