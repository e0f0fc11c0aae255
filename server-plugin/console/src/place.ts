/** Where the page is: which server answers it, and which realm it is about. */
export interface Place {
  /** With the context path, without a slash at the end. */
  readonly server: string;
  readonly realm: string;
  /** The page's own address, as the client of the sign-in has it registered. */
  readonly page: string;
}

/** Reads the page's address, `{server}/realms/{realm}/lifeguard/console/`. */
export function readPlace({ origin, pathname }: Pick<URL, 'origin' | 'pathname'>): Place {
  const match = /^(.*)\/realms\/([^/]+)\/lifeguard\/console\/$/.exec(pathname);
  const [, contextPath, realm] = match ?? [];
  if (contextPath === undefined || realm === undefined) throw new Error(`no console is served at ${pathname}`);
  return { server: `${origin}${contextPath}`, realm: decodeURIComponent(realm), page: `${origin}${pathname}` };
}
