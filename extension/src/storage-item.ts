/** The part of `browser.storage.local` and `.session` that is used; tests bring their own. */
export interface StorageArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface StorageItem<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  remove(): Promise<void>;
}

/** Binds the key, area, type and default of one stored value; nobody else touches that key. */
export function storageItem<T>({
  area,
  key,
  fallback,
}: {
  area: StorageArea;
  key: string;
  fallback: T;
}): StorageItem<T> {
  return {
    async get() {
      const items = await area.get([key]);
      return (items[key] as T | undefined) ?? fallback;
    },
    set: (value) => area.set({ [key]: value }),
    remove: () => area.remove([key]),
  };
}
