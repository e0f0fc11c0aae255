/** The path of the options page within the extension. */
export const SETTINGS_PAGE = 'src/options/index.html';

/** Where on the options page the popup may lead to, as the fragment of its address. */
export type SettingsPlace = 'save-backup' | 'try-backup' | 'import' | 'pools' | 'why';
