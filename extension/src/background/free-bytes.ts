/** How much may still be stored; `undefined` where the browser doesn't say. */
export async function freeBytes(): Promise<number | undefined> {
  const { quota, usage = 0 } = await navigator.storage.estimate();
  return quota === undefined ? undefined : quota - usage;
}
