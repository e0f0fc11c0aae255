/** A text message as the SMS webhook hands it over, with the time at which it came in. */
export interface SmsMessage {
  readonly to: string;
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export type SmsResult =
  | { readonly ok: true; readonly to: string; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** Reads the body of a POST: `{"to", "text"}`. The reason of a refusal is a sentence for whoever wrote the sender. */
export function parseSms(body: string): SmsResult {
  const value = parseObject(body);
  if (value === undefined) return { ok: false, reason: 'The body must be a JSON object with "to" and "text".' };
  const { to, text } = value;
  if (typeof to !== 'string' || to === '') return { ok: false, reason: '"to" must be a string that is not empty.' };
  if (typeof text !== 'string' || text === '')
    return { ok: false, reason: '"text" must be a string that is not empty.' };
  return { ok: true, to, text };
}

function parseObject(body: string): { readonly to?: unknown; readonly text?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // What is no JSON is refused like JSON that is no object.
  }
}
