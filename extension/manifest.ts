import type { ManifestV3Export } from '@crxjs/vite-plugin';
import { CHOOSER_PATH } from './src/chooser/chooser-path.ts';
import { SETTINGS_PAGE } from './src/settings-place.ts';
import packageJson from './package.json' with { type: 'json' };

export const BROWSERS = ['chrome', 'firefox'] as const;
export type Browser = (typeof BROWSERS)[number];

/**
 * What the popup, the background and the command use. Sites are reached through activeTab, by a press of the user. A vault and the good copy
 * before it may be larger than the 10 MB that Chromium gives otherwise. `identity` shows the page at which somebody signs in to a user pool.
 */
const PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'identity',
  'idle',
  'scripting',
  'storage',
  'unlimitedStorage',
];

/** Asked for one host at a time: of a site with codes at the field, or of a frame of another site. */
const OPTIONAL_HOSTS = ['https://*/*', 'http://localhost/*', 'http://*.localhost/*', 'http://127.0.0.1/*'];

/** Origins that are trustworthy by their scheme or are this machine. */
const SECURE_SOURCES = 'https: http://localhost:* http://*.localhost:* http://127.0.0.1:*';

/**
 * No remote code: `wasm-unsafe-eval` is what Argon2id and the QR reader need. No network but to a user pool that was asked for, which may
 * be at any secure origin; `data:` is what the background reads a page's pictures from. A page of any secure origin may frame the chooser,
 * because the user may want codes at its fields, and the chooser alone, because nothing else is accessible to it.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${SECURE_SOURCES}`,
  `connect-src 'self' data: ${SECURE_SOURCES}`,
  "img-src 'self' data:",
  "style-src 'self'",
].join('; ');

/** The manifest of either browser, from this one source. */
export function manifest(browser: Browser): ManifestV3Export {
  return {
    manifest_version: 3,
    name: 'Lifeguard',
    description: '__MSG_description__',
    version: packageJson.version,
    default_locale: 'en',
    icons: ICONS,
    action: { default_popup: 'src/popup/index.html', default_title: 'Lifeguard', default_icon: ICONS },
    options_ui: { page: SETTINGS_PAGE, open_in_tab: true },
    permissions: PERMISSIONS,
    optional_host_permissions: OPTIONAL_HOSTS,
    commands: {
      'fill-code': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandFillCode__' },
    },
    web_accessible_resources: [
      {
        resources: [CHOOSER_PATH],
        matches: OPTIONAL_HOSTS,
        // By a name that changes with each start of the browser, so that no page can look for the extension.
        ...(browser === 'chrome' && { use_dynamic_url: true }),
      },
    ],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    storage: { managed_schema: 'managed-schema.json' },
    ...(browser === 'chrome' ? CHROME : FIREFOX),
    // The newest keys of Firefox are not in the plugin's type.
  } as ManifestV3Export;
}

const ICONS = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' };

const CHROME = {
  // A public key fixes the extension id when the folder is loaded unpacked.
  key: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsD3sJ72dMOieP5Q6gGtAA8lnK7yr98QccppBFJtClnOZMTvNXME83cinSLQdePWcQ+A+k6z0hymqRv4hYEhcpoaOu7xOWyT6Sl9qLnXzSK7wz+vme0EKdNwPK1kMTF7Y2qST9z+IkXvT4xs0gtz+MQJ0KWOrrkVsVO0efZti9+xc6bC0YqNlBJxCxKEKzg25CgoDjw91XJSRraMiWQxmYP5PtedGo8ILmiDqfQaifM9GKMLaP4hWeSaM+O15dAv2rH3ha+97pDUkcVInQeLI4OSHrz6GfMjFQqDCMEIYNt7BUnYD3rXZKlXfXK9iyS9ZPVdzDL0t9liPqLvLk71ZIQIDAQAB',
  // The first with `browser.*` of its own, which answers messages by promises.
  minimum_chrome_version: '148',
  background: { service_worker: 'src/background/index.ts', type: 'module' },
};

const FIREFOX = {
  background: { scripts: ['src/background/index.ts'], type: 'module' },
  browser_specific_settings: {
    gecko: {
      id: 'lifeguard@lifeguard.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};
