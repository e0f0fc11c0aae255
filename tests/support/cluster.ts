import { type Keycloak, startKeycloak } from '@lifeguard/dev/keycloak';
import { type Postgres, startPostgres } from '@lifeguard/dev/postgres';
import { keepLog } from './evidence.ts';
import { LIFEGUARD_JAR } from './jar-variant.ts';
import { serverOptions } from './run-servers.ts';
import { SHORT_LIVED } from './short-lived.ts';
import type { TestServer } from './test-server.ts';

/** What a load balancer in front of the nodes would be called. Nobody looks it up: browsers of tests choose a node themselves. */
const PUBLIC_ADDRESS = 'http://pool.example';

type Receivers = Pick<TestServer, 'gatewayUrl' | 'alertsUrl'>;

/** Two Keycloaks that share a database, their caches and one public address. */
export interface Cluster {
  readonly a: Keycloak;
  readonly b: Keycloak;
  readonly stop: () => Promise<void>;
}

/** @param server whose gateway and alert receiver both nodes use */
export async function startCluster(server: Receivers): Promise<Cluster> {
  const postgres = await startPostgres({ log: console.error });
  const nodes: Keycloak[] = [];
  async function stop(): Promise<void> {
    await Promise.all(nodes.map((node) => node.stop()));
    await postgres.stop();
    await Promise.all(nodes.map(({ logFile }) => keepLog(logFile)));
  }
  try {
    // One after the other: the first builds their common home and makes the tables.
    for (const node of ['a', 'b']) nodes.push(await startNode({ node, postgres, server }));
  } catch (error) {
    await stop();
    throw error;
  }
  const [a, b] = nodes as [Keycloak, Keycloak];
  return { a, b, stop };
}

interface NodeOptions {
  readonly node: string;
  readonly postgres: Postgres;
  readonly server: Receivers;
}

async function startNode({ node, postgres, server }: NodeOptions): Promise<Keycloak> {
  return startKeycloak({
    home: 'cluster',
    node,
    jars: [LIFEGUARD_JAR],
    database: postgres,
    options: [`--hostname=${PUBLIC_ADDRESS}`, ...serverOptions(server)],
    env: SHORT_LIVED,
    log: console.error,
  });
}
