import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PASSPHRASE = 'of no use to anybody';

/**
 * A proxy that answers for every https origin itself, with a certificate that the browser must be told to accept. What has no
 * answer is 404; nothing gets out.
 * @param answer the document of an address without query
 */
export async function serveAtOrigins(answer: (address: string) => Buffer | undefined) {
  const site = createServer({ pfx: await makeCertificate(), passphrase: PASSPHRASE }, (request, response) => {
    const body = answer(`https://${request.headers.host}${request.url!.split('?')[0]}`);
    // Firefox would wait for an answer on a tunnel whose far end has gone.
    const headers = { 'content-type': 'text/html; charset=utf-8', connection: 'close' };
    response.writeHead(body === undefined ? 404 : 200, headers).end(body);
  });
  const proxy = createProxy((_request, response) => response.writeHead(404).end());
  proxy.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    site.emit('connection', socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      proxy.close();
      proxy.closeAllConnections();
      site.closeAllConnections();
    },
  };
}

/** By the JDK's own tool: one is there for the server plugin. */
async function makeCertificate(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-certificate-'));
  const keystore = join(folder, 'site.p12');
  const options = {
    keystore,
    storepass: PASSPHRASE,
    storetype: 'PKCS12',
    alias: 'site',
    keyalg: 'RSA',
    dname: 'CN=example',
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`-${name}`, value]);
  try {
    await promisify(execFile)('keytool', ['-genkeypair', ...args]);
    return await readFile(keystore);
  } finally {
    await rm(folder, { recursive: true });
  }
}
