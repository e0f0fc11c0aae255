import { createReadStream, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type LoopbackServer, serveOnLoopback } from '../support/serve-on-loopback.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Serves the files of a folder on this machine. */
export async function serveFolder(folder: string): Promise<LoopbackServer> {
  return serveOnLoopback((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(folder, pathname);
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  });
}
