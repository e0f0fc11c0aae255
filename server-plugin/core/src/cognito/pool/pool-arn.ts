import { resourceNotFound } from '../protocol/cognito-error.ts';

const ARN = /^arn:aws[a-z-]*:cognito-idp:[a-z0-9-]*:[0-9]{12}:userpool\/([\w-]+_[0-9a-zA-Z]+)$/;

/** The account that tools read from the ARN: there is none here. */
const ACCOUNT = '000000000000';

export function poolArn(userPoolId: string): string {
  const region = userPoolId.slice(0, userPoolId.indexOf('_'));
  return `arn:aws:cognito-idp:${region}:${ACCOUNT}:userpool/${userPoolId}`;
}

/** @throws CognitoError for the ARN of anything else */
export function poolIdOfArn(arn: string): string {
  const id = ARN.exec(arn)?.[1];
  if (id === undefined) throw resourceNotFound(`Resource not found: ${arn}`);
  return id;
}
