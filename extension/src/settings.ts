import { type StorageArea, storageItem, type StorageItem } from './storage-item.ts';

export interface Settings {
  /** How long the vault stays open when it is not used. */
  readonly lockAfterInMinutes: number;
}

export const LOCK_CHOICES_IN_MINUTES: readonly number[] = [1, 5, 15, 60, 240];

const DEFAULTS: Settings = { lockAfterInMinutes: 15 };

export function settingsItem(area: StorageArea): StorageItem<Settings> {
  return storageItem({ area, key: 'settings', fallback: DEFAULTS });
}
