import { GetUserPoolMfaConfig } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { describeMfaConfig } from '../pool/describe-mfa-config.ts';

/** @see Amazon Cognito API Reference, GetUserPoolMfaConfig */
export const getUserPoolMfaConfig = onPool(GetUserPoolMfaConfig, 'view-realm', (_input, { pool }) =>
  describeMfaConfig(pool),
);
