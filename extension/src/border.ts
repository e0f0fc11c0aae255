// How requests and answers cross between the background, the extension's pages and its scripts in web pages.

/** A request of any of the interfaces in `messages.ts` and `content-api.ts` as it crosses the border. */
export interface Message {
  readonly name: string;
  readonly input?: unknown;
}

/** What comes back over the border: errors don't cross it by themselves. */
export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/** Runs a handler for the other side of the border. The error's text names no secret: no handler puts one there. */
export async function replyOf(work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}

/** The value of a reply. @throws Error with the text of the one that was thrown on the other side */
export function valueOf(reply: Reply): unknown {
  if (!reply.ok) throw new Error(reply.error);
  return reply.value;
}

export type Answer<Value, Reason extends string> =
  | (Value & { readonly ok: true })
  | { readonly ok: false; readonly reason: Reason };
