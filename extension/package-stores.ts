import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSERS } from './manifest.ts';
import packageJson from './package.json' with { type: 'json' };

// Makes of the two builds what the stores take: Chrome's also for Edge. Run it after the build.
const PACKAGES = join(import.meta.dirname, 'packages');

for (const browser of BROWSERS) {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-package-'));
  try {
    await cp(join(import.meta.dirname, 'dist', browser), folder, { recursive: true });
    const file = join(folder, 'manifest.json');
    // The stores give an extension its id; `key` is for folders that are loaded unpacked.
    const { key: _, ...manifest } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    await writeFile(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
    const filename = `lifeguard-${browser}-${packageJson.version}.zip`;
    const args = ['build', '--source-dir', folder, '--artifacts-dir', PACKAGES, '--filename', filename];
    execFileSync('web-ext', [...args, '--overwrite-dest', '--no-config-discovery'], { stdio: 'inherit' });
  } finally {
    await rm(folder, { recursive: true });
  }
}
