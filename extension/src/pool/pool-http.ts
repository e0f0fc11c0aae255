import type { DateSample } from '../clock/skew.ts';
import { PoolRefused } from './pool-refused.ts';

const TIMEOUT_IN_MILLIS = 15_000;
const MOST_CHARACTERS = 256 * 1024;

export interface PoolAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly date: DateSample;
}

export interface PoolHttp {
  /** @throws PoolRefused when there is no answer, or one that is no JSON object */
  ask(url: string, init?: PoolRequest): Promise<PoolAnswer>;
}

type PoolRequest = Pick<RequestInit, 'method' | 'body'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/** Requests to a pool, and to nobody else: they carry no cookies, follow no redirect, and tell no page. */
export function poolHttp(ports: { readonly fetch: typeof fetch; readonly now: () => number }): PoolHttp {
  return {
    async ask(url, init = {}) {
      const sentAtInMillis = ports.now();
      try {
        const response = await ports.fetch(url, {
          ...init,
          credentials: 'omit',
          redirect: 'error',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          signal: AbortSignal.timeout(TIMEOUT_IN_MILLIS),
        });
        const receivedAtInMillis = ports.now();
        const { headers, status } = response;
        const body = parseObject(await response.text());
        return {
          status,
          body,
          date: { sentAtInMillis, receivedAtInMillis, date: headers.get('date'), age: headers.get('age') },
        };
      } catch (cause) {
        if (cause instanceof PoolRefused) throw cause;
        // TypeError: no network, no certificate, a redirect, or a server that lets no extension ask. DOMException: it took too long.
        if (cause instanceof TypeError || cause instanceof DOMException)
          throw new PoolRefused('pool-unreachable', { cause });
        throw cause;
      }
    },
  };
}

function parseObject(text: string): PoolAnswer['body'] {
  if (text.trim() === '') return {};
  try {
    const value: unknown = text.length > MOST_CHARACTERS ? undefined : JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as PoolAnswer['body'];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new PoolRefused('pool-not-found');
}
