import { DEMO_CLIENT, DEMO_REALM } from './demo-realm.ts';
import { DEMO_USERS } from './demo-users.ts';
import type { Demo } from './start-demo.ts';

/** The demo for scripts: one line of JSON. `pid` is the server's. */
export function announceAsJson({ keycloak, inboxUrl, extension, cognito }: Demo): string {
  return JSON.stringify({
    keycloak: keycloak.url,
    realm: DEMO_REALM,
    client: DEMO_CLIENT,
    admin: keycloak.admin,
    users: DEMO_USERS.map(({ username, password, phone }) => ({ username, password, ...(phone && { phone }) })),
    inbox: inboxUrl,
    cognito,
    extension,
    pid: keycloak.pid,
  });
}

/** The demo for people: one screen. */
export function announceAsText({ keycloak, inboxUrl, appUrl, extension, cognito }: Demo): string {
  const users = DEMO_USERS.map(
    ({ username, password, phone }) =>
      `  ${username.padEnd(10)} password ${password.padEnd(8)} ${phone === undefined ? 'no second factor: enrols an authenticator' : `code by SMS to ${phone}`}`,
  );
  const operator = DEMO_USERS.find(({ isOperator }) => isOperator === true)?.username;
  return `
Lifeguard is running. Realm ${DEMO_REALM}: MFA required, by SMS or TOTP.

Sign in         ${appUrl}
SMS inbox       ${inboxUrl}
Console         ${keycloak.url}/realms/${DEMO_REALM}/lifeguard/console/   (${operator})
Admin console   ${keycloak.url}/admin/   (${keycloak.admin.username} / ${keycloak.admin.password})
Cognito API     ${cognito.endpoint}   (pool ${cognito.poolId}, client ${cognito.clientId})

Users
${users.join('\n')}

Load the extension
  Chromium   chrome://extensions > Developer mode > Load unpacked:
             ${extension.chromium}
  Firefox    about:debugging#/runtime/this-firefox > Load Temporary Add-on:
             ${extension.firefox}/manifest.json

Server log      ${keycloak.logFile}
Ctrl-C ends all of it.
`;
}
