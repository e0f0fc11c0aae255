import { describeClient } from '../client/describe-client.ts';
import { openPoolClient } from '../client/open-client.ts';
import type { DescribeUserPoolClientInput } from '../model/input-types.ts';
import { DescribeUserPoolClient } from '../model/inputs.ts';
import { onPool } from '../operation.ts';

/** @see Amazon Cognito API Reference, DescribeUserPoolClient */
export const describeUserPoolClient = onPool<DescribeUserPoolClientInput>(
  DescribeUserPoolClient,
  'view-clients',
  ({ UserPoolId: userPoolId, ClientId }, { ports }) => ({
    UserPoolClient: describeClient(ports, { userPoolId, ...openPoolClient(ports, ClientId) }),
  }),
);
