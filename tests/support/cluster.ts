import { type Keycloak, startKeycloak } from '@lifeguard/dev/keycloak';
import { type Postgres, startPostgres } from '@lifeguard/dev/postgres';
import { keepLog } from './evidence.ts';
import { LIFEGUARD_JAR } from './jar-variant.ts';
import { serverOptions } from './run-servers.ts';

/** What a load balancer in front of the nodes would be called. Nobody looks it up: browsers of tests choose a node themselves. */
const PUBLIC_ADDRESS = 'http://pool.example';

/** Two Keycloaks that share a database, their caches and one public address. */
export interface Cluster {
  readonly a: Keycloak;
  readonly b: Keycloak;
  readonly stop: () => Promise<void>;
}

/** @param gatewayUrl where both nodes send texts */
export async function startCluster(gatewayUrl: string): Promise<Cluster> {
  const postgres = await startPostgres({ log: console.error });
  const nodes: Keycloak[] = [];
  async function stop(): Promise<void> {
    await Promise.all(nodes.map((node) => node.stop()));
    await postgres.stop();
    await Promise.all(nodes.map(({ logFile }) => keepLog(logFile)));
  }
  try {
    // One after the other: the first builds their common home and makes the tables.
    for (const node of ['a', 'b']) nodes.push(await startNode({ node, postgres, gatewayUrl }));
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
  readonly gatewayUrl: string;
}

async function startNode({ node, postgres, gatewayUrl }: NodeOptions): Promise<Keycloak> {
  return startKeycloak({
    home: 'cluster',
    node,
    jars: [LIFEGUARD_JAR],
    database: postgres,
    options: [`--hostname=${PUBLIC_ADDRESS}`, ...serverOptions(gatewayUrl)],
    log: console.error,
  });
}
