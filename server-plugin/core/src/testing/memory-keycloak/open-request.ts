import { randomUUID } from 'node:crypto';
import type { Beside } from './beside.ts';
import type { MemoryClock } from './clock.ts';
import { Savepoint } from './savepoint.ts';
import type { MemoryClient, MemoryRealm, MemoryUser, MemoryWorld } from './world.ts';

/** A request as it comes over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query as they were sent, still encoded. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly address: string;
}

/** What all ports of one request share: the world, and which realm, client and user are open. */
export class OpenRequest {
  readonly world: MemoryWorld;
  readonly beside: Beside;
  readonly clock: MemoryClock;
  readonly endpointRealm: string;
  readonly wire: WireRequest;
  readonly baseUrl: string;
  readonly savepoint: Savepoint;
  private openRealm: MemoryRealm | undefined;
  private openClient: MemoryClient | undefined;
  private openUser: MemoryUser | undefined;
  private readonly secrets = new Map<string, string>();

  constructor(input: Pick<OpenRequest, 'world' | 'beside' | 'clock' | 'endpointRealm' | 'wire' | 'baseUrl'>) {
    this.world = input.world;
    this.beside = input.beside;
    this.clock = input.clock;
    this.endpointRealm = input.endpointRealm;
    this.wire = input.wire;
    this.baseUrl = input.baseUrl;
    this.savepoint = new Savepoint(input.world);
  }

  get realm(): MemoryRealm {
    return open(this.openRealm, 'realm');
  }
  get client(): MemoryClient {
    return open(this.openClient, 'client');
  }
  get user(): MemoryUser {
    return open(this.openUser, 'user');
  }
  /** A realm that is disabled is as one that is not there, in all that looks for one. */
  get enabledRealms(): readonly MemoryRealm[] {
    return this.world.realms.filter(({ enabled }) => enabled);
  }
  get hasRealm(): boolean {
    return this.openRealm !== undefined;
  }
  get hasUser(): boolean {
    return this.openUser !== undefined;
  }

  /** Opens a realm; a client and a user of another one are closed. */
  enter(realm: MemoryRealm | undefined): MemoryRealm | undefined {
    if (realm !== this.openRealm) {
      this.openClient = undefined;
      this.openUser = undefined;
    }
    if (realm !== undefined) this.savepoint.keep(realm);
    this.openRealm = realm;
    return realm;
  }
  use(client: MemoryClient | undefined): MemoryClient | undefined {
    this.openClient = client;
    return client;
  }
  about(user: MemoryUser | undefined): MemoryUser | undefined {
    this.openUser = user;
    return user;
  }

  nowInSeconds(): number {
    return Math.floor(this.clock.now() / 1_000);
  }

  /** Keeps a secret on this side of the border. */
  refer(secret: string): string {
    const reference = `secret-${randomUUID()}`;
    this.secrets.set(reference, secret);
    return reference;
  }

  /** Puts the secrets in the places of their references, wherever one is a whole value. */
  reveal(value: unknown): unknown {
    if (typeof value === 'string') return this.secrets.get(value) ?? value;
    if (Array.isArray(value)) return value.map((item) => this.reveal(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.reveal(item)]));
  }
}

function open<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`no ${what} is open`);
  return value;
}
