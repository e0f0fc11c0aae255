import { text } from '../messages.ts';

/** The realm that the page is about, and the right to ask about it. */
export interface RealmAccess {
  readonly server: string;
  readonly realm: string;
  /** Asked before each request. */
  readonly getAccessToken: () => Promise<string>;
}

/** A request that changes something. */
export interface Change {
  readonly method: 'PUT' | 'POST';
  readonly body: object;
}

/** Why something could not be read or changed, in words for the operator. */
export class AskError extends Error {
  override readonly name = 'AskError';
  /** Of the server's answer; absent when it gave none. */
  readonly status: number | undefined;

  constructor(message: string, options: { readonly status?: number | undefined; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.status = options.status;
  }
}

const TIMEOUT_IN_MILLIS = 30_000;

/**
 * Asks Keycloak's Admin API, or tells it to change something.
 * @param path below `/admin/realms/{realm}`; the plugin's own begin with `/lifeguard`
 * @throws {AskError} when it refuses, or no answer comes
 */
export async function ask<Answer>(
  { server, realm, getAccessToken }: RealmAccess,
  path: string,
  change?: Change,
): Promise<Answer> {
  const headers = { authorization: `Bearer ${await getAccessToken()}`, accept: 'application/json' };
  const request =
    change === undefined
      ? { headers }
      : {
          method: change.method,
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(change.body),
        };
  const url = `${server}/admin/realms/${encodeURIComponent(realm)}${path}`;
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT_IN_MILLIS) }).catch(
    (cause: unknown) => {
      throw new AskError(problemOf(undefined), { cause });
    },
  );
  if (response.ok) return (await response.json()) as Answer;
  const { status } = response;
  const reason = status === 400 ? await readReason(response) : undefined;
  throw new AskError(reason ?? problemOf(status), { status });
}

/** The plugin refuses with a reason, or with the problems of a policy. */
async function readReason(response: Response): Promise<string | undefined> {
  const refusal = (await response.json().catch(() => ({}))) as {
    readonly reason?: string;
    readonly problems?: readonly { readonly message: string }[];
  };
  return refusal.reason ?? refusal.problems?.map(({ message }) => message).join(' ');
}

/** Says a failed request in a sentence. The status is all that is shown of the answer; absent when none came. */
export function problemOf(status: number | undefined): string {
  if (status === undefined) return text('problem.unreachable');
  if (status === 403) return text('problem.forbidden');
  if (status === 404) return text('problem.missing');
  return text('problem.status', { status });
}
