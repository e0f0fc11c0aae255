import type { StorageArea } from '../storage-item.ts';

/** A storage area in memory: values are copied in and out, a call's items come together, and time passes in between. */
export function memoryStorage(): StorageArea & { readonly items: Map<string, unknown> } {
  const items = new Map<string, unknown>();
  return {
    items,
    async get(keys) {
      await Promise.resolve();
      return structuredClone(
        Object.fromEntries(keys.filter((key) => items.has(key)).map((key) => [key, items.get(key)])),
      );
    },
    async set(changes) {
      await Promise.resolve();
      for (const [key, value] of Object.entries(structuredClone(changes))) items.set(key, value);
    },
    async remove(keys) {
      await Promise.resolve();
      for (const key of keys) items.delete(key);
    },
  };
}
