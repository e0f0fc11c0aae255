// How requests and answers cross between the background, the extension's pages and its scripts in web pages.

/** A request of any of the interfaces in `messages/`, `chooser-api.ts` and `content-api.ts` as it crosses the border. */
export interface Message {
  readonly name: string;
  readonly input?: unknown;
}

/** What comes back over the border: errors don't cross it by themselves. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string; readonly code?: string };

/** An error of the other side. */
export class BorderError extends Error {
  override readonly name = 'BorderError';
  /** That of the error there, if it has one. */
  readonly code: string | undefined;

  constructor({ error, code }: { readonly error: string; readonly code?: string }) {
    super(error);
    this.code = code;
  }
}

/** Runs a handler for the other side of the border. The error's text names no secret: no handler puts one there. */
export async function replyOf(work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const { code } = Object(error) as { readonly code?: unknown };
    return { ok: false, error: String(error), ...(typeof code === 'string' && { code }) };
  }
}

/** The value of a reply. @throws BorderError with the text of the one that was thrown on the other side */
export function valueOf(reply: Reply): unknown {
  if (!reply.ok) throw new BorderError(reply);
  return reply.value;
}

export type Answer<Value, Reason extends string> =
  | (Value & { readonly ok: true })
  | { readonly ok: false; readonly reason: Reason };
