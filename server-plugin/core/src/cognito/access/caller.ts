import { CognitoError } from '../protocol/cognito-error.ts';
import type { Role } from '../operation.ts';
import type { CognitoPorts } from '../ports.ts';

/** The signer of the request. */
export interface Signer {
  readonly keyId: string;
  readonly region: string;
}

/** @throws CognitoError as AWS answers requests that are not signed, or wrongly */
export function requireCaller(ports: CognitoPorts): Signer {
  const caller = ports.caller();
  switch (caller.kind) {
    case 'signed':
      return caller;
    case 'unsigned':
      throw new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token');
    case 'malformed':
      throw new CognitoError('IncompleteSignatureException', caller.reason);
    case 'unknown-key':
      throw new CognitoError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    case 'expired':
      throw new CognitoError('InvalidSignatureException', `Signature expired: ${caller.reason}`);
    case 'wrong-signature':
      throw new CognitoError(
        'InvalidSignatureException',
        'The request signature we calculated does not match the signature you provided. ' +
          'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      );
  }
}

/** @throws CognitoError when the signer may not do that in the open pool */
export function requireRole(ports: CognitoPorts, role: Role): void {
  if (ports.callerMay({ role })) return;
  throw new CognitoError(
    'AccessDeniedException',
    `The key is not authorized to perform this operation: its service account lacks the role ${role}.`,
  );
}
