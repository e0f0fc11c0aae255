/** The commands of the AWS CLI whose output is read, and the file that each is written to in the documentation. */
export const AWS_COMMANDS = {
  pool: 'aws cognito-idp describe-user-pool --user-pool-id POOL --output json > describe-user-pool.json',
  mfa: 'aws cognito-idp get-user-pool-mfa-config --user-pool-id POOL --output json > get-user-pool-mfa-config.json',
  clients: 'aws cognito-idp list-user-pool-clients --user-pool-id POOL --output json > list-user-pool-clients.json',
  client: (clientId: string) =>
    `aws cognito-idp describe-user-pool-client --user-pool-id POOL --client-id ${clientId} --output json > describe-user-pool-client-${clientId}.json`,
  users: 'aws cognito-idp list-users --user-pool-id POOL --output json > list-users.json',
  groups: 'aws cognito-idp list-groups --user-pool-id POOL --output json > list-groups.json',
  members: (group: string) =>
    `aws cognito-idp list-users-in-group --user-pool-id POOL --group-name ${group} --output json > list-users-in-group-${group}.json`,
} as const;
