import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Proves on the built extensions what the store and the user are told: exact permissions, no network, nothing that a
 * page could load, content scripts that stand alone. Run it after the build.
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
const OPTIONAL_HOSTS = ['http://*.localhost/*', 'http://127.0.0.1/*', 'http://localhost/*', 'https://*/*'];
/** Where a user pool may be that the background asks. */
const POOLS = /(?<=^ ?connect-src .*) https: http:\/\/localhost:\* http:\/\/\*\.localhost:\* http:\/\/127\.0\.0\.1:\*$/;
/** Pages that people wait for. */
const PAINTED_FIRST = ['src/options/index.html', 'src/popup/index.html'];
const HOST_KEYS = ['host_permissions', 'optional_permissions', 'content_scripts'];
const FORBIDDEN_KEYS = ['externally_connectable', 'sandbox', 'update_url', ...HOST_KEYS];

const problems = ['chrome', 'firefox'].flatMap((browser) =>
  problemsOf(join(import.meta.dirname, '../dist', browser)).map((problem) => `${browser}: ${problem}`),
);
if (problems.length > 0) throw new Error(`The built extension is not as promised:\n${problems.join('\n')}`);

function problemsOf(folder: string): string[] {
  if (!existsSync(join(folder, 'manifest.json')))
    return ['there is no build; run `node scripts/pnpm.mjs run build` first'];
  const manifest = JSON.parse(read(folder, 'manifest.json')) as Record<string, unknown>;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return [
    ...FORBIDDEN_KEYS.filter((key) => key in manifest).map((key) => `the manifest has ${key}`),
    ...listProblems('permissions', manifest['permissions'], PERMISSIONS),
    ...listProblems('optional hosts', manifest['optional_host_permissions'], OPTIONAL_HOSTS),
    ...exposureProblems(manifest['web_accessible_resources']),
    ...cspProblems(manifest['content_security_policy']),
    ...filesNamedIn(manifest)
      .filter((file) => !existsSync(join(folder, file)))
      .map((file) => `the manifest names ${file}, which is missing`),
    ...contentScriptProblems(folder, files),
    ...pageProblems(folder, files),
    ...localeProblems(folder),
  ];
}

function listProblems(name: string, list: unknown, promised: readonly string[]): string[] {
  const asked = [...((list as readonly string[] | undefined) ?? [])].toSorted().join(', ');
  return asked === promised.join(', ') ? [] : [`the ${name} are ${asked}`];
}

/** A web page can load the chooser, where a code may be given, and nothing else. */
function exposureProblems(exposed: unknown): string[] {
  const [first, ...others] = exposed as readonly {
    readonly resources: readonly string[];
    readonly matches: string[];
  }[];
  return [
    ...listProblems('exposed files', first?.resources, ['src/chooser/index.html']),
    ...listProblems('sites that may load them', first?.matches, OPTIONAL_HOSTS),
    ...(others.length > 0 ? ['it exposes more'] : []),
  ];
}

function cspProblems(policies: unknown): string[] {
  const policy = (policies as Record<string, string>)['extension_pages'] ?? '';
  const sources = policy
    .split(';')
    // Who may frame our pages, not what they load.
    .filter((directive) => !directive.trim().startsWith('frame-ancestors'))
    // A user pool may be anywhere; tests/lint holds the code that asks it to one place.
    .map((directive) => directive.replace(POOLS, ''))
    .flatMap((directive) => directive.trim().split(/\s+/).slice(1));
  const allowed = new Set(["'self'", "'none'", "'wasm-unsafe-eval'", 'data:']);
  const missing = ["default-src 'self'", "object-src 'none'"].filter((directive) => !policy.includes(directive));
  return [
    ...sources.filter((source) => !allowed.has(source)).map((source) => `the CSP lets in ${source}`),
    ...missing.map((directive) => `the CSP lacks ${directive}`),
  ];
}

function contentScriptProblems(folder: string, files: readonly string[]): string[] {
  const scripts = files.filter((file) => /[/\\]content[/\\].*\.js$/.test(file));
  if (scripts.length === 0) return ['there is no content script'];
  return scripts.flatMap((file) => {
    const source = read(folder, file);
    return [
      ...(/\bimport\b\s*[({"'*\w]/.test(source) ? [`${file} imports another file`] : []),
      ...(source.includes('webextension-polyfill') || source.includes('wrappedSendResponse')
        ? [`${file} carries the polyfill`]
        : []),
      ...(/argon2|AES-GCM/i.test(source) ? [`${file} carries code of the vault`] : []),
    ];
  });
}

function pageProblems(folder: string, files: readonly string[]): string[] {
  return files
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const html = read(folder, file);
      return [
        ...(/(?:src|href)="(?:https?:)?\/\//.test(html) ? [`${file} loads from the network`] : []),
        ...(/\sstyle=|<style|<script(?![^>]*\ssrc=)/.test(html) ? [`${file} has inline styles or scripts`] : []),
        ...(PAINTED_FIRST.includes(file) ? firstPaintProblems(file, html) : []),
      ];
    });
}

/** Chromium would give English to the Portuguese of Portugal. */
function localeProblems(folder: string): string[] {
  const file = '_locales/pt_PT/messages.json';
  if (!existsSync(join(folder, file))) return [`${file} is missing`];
  return read(folder, file) === read(folder, '_locales/pt_BR/messages.json') ? [] : [`${file} is not that of pt_BR`];
}

/** Anything else that the page names outside its template would be waited for before something is seen. */
function firstPaintProblems(file: string, html: string): string[] {
  const before = html
    .replace(/<template.*?<\/template>/s, '')
    .match(/(?<=<(?:link|script)[^>]*\s(?:href|src)=")[^"]*/g);
  return listProblems(`files of ${file} before its first paint`, before ?? [], ['/after-first-paint.js', '/shell.css']);
}

/** Every text in the manifest that looks like the path of a file. */
function filesNamedIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[\w./-]+\.(?:html|js|ts|css|png|svg|json)$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(filesNamedIn);
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
