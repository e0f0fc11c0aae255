import type { CognitoPorts } from '../ports.ts';
import { CognitoError } from '../protocol/cognito-error.ts';
import { openPoolById } from './open-pool.ts';

/** Opens the pool whose keys somebody asks for, and says whether there is one that the endpoint serves. */
export function opensPool({ userPoolId }: { readonly userPoolId: string }, ports: CognitoPorts): boolean {
  try {
    openPoolById(ports, userPoolId);
    return true;
  } catch (error) {
    if (error instanceof CognitoError) return false;
    throw error;
  }
}
