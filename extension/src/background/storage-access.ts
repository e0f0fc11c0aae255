/**
 * Chromium lets content scripts, and so a process that a page may have taken over, read `storage.local` unless told
 * otherwise. Firefox has no such switch.
 * @see https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel
 */
export function closeStorageToContentScripts(): void {
  for (const area of [chrome.storage.local, chrome.storage.session]) {
    void area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
