import type { CDPSession } from '@playwright/test';

/** A target that Playwright shows no page for, such as the popup of a toolbar button. */
export interface TargetChannel {
  /** Sends a command of the Chrome DevTools Protocol. Rejects when the target closes before it answers. */
  send(method: string, params?: object): Promise<unknown>;
  /** Evaluates an expression and waits for its promise. @throws Error with what the expression threw */
  evaluate(expression: string): Promise<unknown>;
  /** Settles when the target is gone. */
  readonly closed: Promise<void>;
}

interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Evaluation {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/**
 * Attaches to a target by messages within messages. A flat session of its own, which is what CDP advises, would be one
 * that Playwright doesn't know and drops.
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Target/#method-attachToTarget
 */
export async function attachToTarget(browser: CDPSession, targetId: string): Promise<TargetChannel> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, Call>();
  let lastId = 0;

  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(event.message) as Answer;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(error.message));
  });

  const closed = new Promise<void>((resolve) => {
    browser.on('Target.detachedFromTarget', (event) => {
      if (event.sessionId !== sessionId) return;
      resolve();
      for (const { reject } of waiting.values()) reject(new Error('The target closed before it answered.'));
      waiting.clear();
    });
  });

  async function send(method: string, params: object = {}): Promise<unknown> {
    lastId += 1;
    const id = lastId;
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    const message = JSON.stringify({ id, method, params });
    const sent = browser.send('Target.sendMessageToTarget', { sessionId, message });
    const [result] = await Promise.all([answer, sent]);
    return result;
  }

  async function evaluate(expression: string): Promise<unknown> {
    const options = { awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = (await send('Runtime.evaluate', { expression, ...options })) as Evaluation;
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  return { send, evaluate, closed };
}
