/** How many entries each of Keycloak's caches holds on this node. */
export type CacheEntries = Readonly<Record<string, number>>;

/** @param metricsUrl of the management interface */
export async function cacheEntries(metricsUrl: string): Promise<CacheEntries> {
  return parseCacheEntries(await (await fetch(metricsUrl)).text());
}

/** Reads the Prometheus text format, for one gauge. */
export function parseCacheEntries(metrics: string): CacheEntries {
  const line = /^vendor_statistics_approximate_entries_in_memory\{([^}]*)\} ([0-9.E+-]+)$/gm;
  const entries: Record<string, number> = {};
  for (const [, labels = '', value] of metrics.matchAll(line)) {
    const cache = /(?:^|,)cache="([^"]+)"/.exec(labels)?.[1];
    if (cache !== undefined) entries[cache] = Number(value);
  }
  return entries;
}
