import { CognitoError } from '../protocol/cognito-error.ts';
import type { CodePurpose } from '../../ports.ts';
import type { CognitoPorts } from '../ports.ts';

const HOUR_IN_SECONDS = 3600;

/** How often one user may have something done in an hour, whatever comes of it. */
export interface Quota {
  readonly purpose: CodePurpose;
  readonly name: string;
  readonly limit: number;
}

/** Per user and hour, as Cognito has them; those of a reset are ours, because its code is worth a password. */
export const QUOTAS = {
  sendAttributeCode: { purpose: 'attribute-verification', name: 'send', limit: 5 },
  verifyAttribute: { purpose: 'attribute-verification', name: 'verify', limit: 15 },
  changePassword: { purpose: 'password-reset', name: 'change', limit: 5 },
  sendSignUpCode: { purpose: 'sign-up', name: 'send', limit: 5 },
  confirmSignUp: { purpose: 'sign-up', name: 'confirm', limit: 15 },
  sendResetCode: { purpose: 'password-reset', name: 'send', limit: 5 },
  confirmReset: { purpose: 'password-reset', name: 'confirm', limit: 15 },
} as const satisfies Readonly<Record<string, Quota>>;

/** Takes one of the open user's places in this hour; false when there is none left. */
export function takeQuota(ports: CognitoPorts, { purpose, name, limit }: Quota): boolean {
  const hour = Math.floor(ports.now() / (HOUR_IN_SECONDS * 1000));
  return ports.takeAttempt({ purpose, id: `${name}:${hour}`, limit, lifeInSeconds: HOUR_IN_SECONDS }) !== 0;
}

/** @throws CognitoError when none is left */
export function requireQuota(ports: CognitoPorts, quota: Quota): void {
  if (!takeQuota(ports, quota)) throw limitExceeded();
}

export function limitExceeded(): CognitoError {
  return new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
}
