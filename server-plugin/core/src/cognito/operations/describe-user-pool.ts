import { DescribeUserPool } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { describePool } from '../pool/describe-pool.ts';

/** @see Amazon Cognito API Reference, DescribeUserPool */
export const describeUserPool = onPool(DescribeUserPool, 'view-realm', (_input, { pool }) => ({
  UserPool: describePool(pool),
}));
