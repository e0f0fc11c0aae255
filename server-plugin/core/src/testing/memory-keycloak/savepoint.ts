import type { MemoryRealm, MemoryWorld } from './world.ts';

/** What a request found, as far as it has gone into: a copy of all realms for each request would cost most of its time. */
export class Savepoint {
  private readonly world: MemoryWorld;
  private readonly realms: readonly MemoryRealm[];
  private readonly adminEvents: number;
  private readonly copies = new Map<MemoryRealm, MemoryRealm>();

  constructor(world: MemoryWorld) {
    this.world = world;
    this.realms = [...world.realms];
    this.adminEvents = world.adminEvents.length;
  }

  /** To be called before anything of the realm is changed. */
  keep(realm: MemoryRealm): void {
    if (!this.copies.has(realm)) this.copies.set(realm, structuredClone(realm));
  }

  rollBack(): void {
    this.world.realms = this.realms.map((realm) => this.copies.get(realm) ?? realm);
    this.world.adminEvents.length = this.adminEvents;
  }
}
