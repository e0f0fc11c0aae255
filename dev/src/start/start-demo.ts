import { buildExtension, type ExtensionBuilds } from '../build/build-extension.ts';
import { buildJar } from '../build/build-jar.ts';
import { startDemoApp } from '../demo-app/demo-app.ts';
import { ensurePortIsFree } from '../http/port.ts';
import { startInbox } from '../inbox/inbox.ts';
import { startKeycloak, type Keycloak } from '../keycloak/start-keycloak.ts';
import type { RunningParts } from '../process/running-parts.ts';
import type { SetUpOptions } from '../set-up-options.ts';
import { type DemoCognito, provideDemoCognito } from './demo-cognito.ts';
import { provideSrpKeyFile } from './demo-key-file.ts';
import { DEMO_CLIENT, DEMO_REALM, provideDemoRealm } from './demo-realm.ts';
import type { StartOptions, StartPorts } from './start-options.ts';

export interface Demo {
  readonly keycloak: Pick<Keycloak, 'url' | 'admin' | 'pid' | 'logFile' | 'ended'>;
  readonly inboxUrl: string;
  readonly appUrl: string;
  readonly extension: ExtensionBuilds;
  readonly cognito: DemoCognito;
}

export interface StartDemoOptions extends SetUpOptions {
  readonly keep: StartOptions['keep'];
  readonly ports: StartPorts;
  /** Takes whatever runs; it is for the caller to end. */
  readonly running: RunningParts;
}

/**
 * Builds what has changed and starts the demo: a Keycloak with the plugin, an SMS inbox and an application to sign in to.
 * @throws Problem when a port is taken or a tool is missing
 */
export async function startDemo({ keep, ports, running, log, signal }: StartDemoOptions): Promise<Demo> {
  await ensurePortIsFree({ port: ports.keycloak, use: 'Keycloak', option: '--port' });
  await ensurePortIsFree({ port: ports.inbox, use: 'the SMS inbox', option: '--inbox-port' });
  await ensurePortIsFree({ port: ports.app, use: 'the demo application', option: '--port' });
  const inbox = await startInbox({ port: ports.inbox });
  running.add(inbox.close);
  const app = await startDemoApp({
    port: ports.app,
    issuer: `http://localhost:${ports.keycloak}/realms/${DEMO_REALM}`,
    clientId: DEMO_CLIENT,
  });
  running.add(app.close);

  const jar = await buildJar({ verify: false, log, signal });
  const extension = await buildExtension({ log, signal });
  log('Starting Keycloak …');
  const keycloak = await startKeycloak({
    home: 'demo',
    port: ports.keycloak,
    jars: [jar],
    database: 'file',
    options: [
      `--spi-lifeguard-sms--webhook--url=${inbox.url}`,
      `--spi-credential--lifeguard-srp--key=file:${await provideSrpKeyFile()}`,
      '--features=declarative-ui',
    ],
    log,
    signal,
  });
  running.add(keycloak.stop);
  await provideDemoRealm({ keycloak, keep });
  const cognito = await provideDemoCognito(keycloak);
  signal?.throwIfAborted();
  return { cognito, keycloak, inboxUrl: inbox.url, appUrl: app.url, extension };
}
