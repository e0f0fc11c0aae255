import { serveAtOrigins } from './serve-at-origins.ts';

/** Every https site there is, by a proxy on this machine: nothing leaves it. */
export interface EverySite extends AsyncDisposable {
  readonly proxyPort: number;
  /** What all of them show from now on, by the path. */
  show(html: (path: string) => string): void;
}

export async function serveEverySite(): Promise<EverySite> {
  let page: ((path: string) => string) | undefined;
  const { port, [Symbol.asyncDispose]: close } = await serveAtOrigins(
    (address) => page && Buffer.from(page(decodeURIComponent(new URL(address).pathname))),
  );
  return {
    proxyPort: port,
    show(html) {
      page = html;
    },
    [Symbol.asyncDispose]: close,
  };
}
