import type { Readable, Writable } from 'node:stream';

/** Speaks the Chrome DevTools Protocol with a browser that was started with `--remote-debugging-pipe`. */
export interface DevtoolsPipe {
  /** Rejects with what the browser says against it. */
  send<Result>(method: string, params?: object, sessionId?: string): Promise<Result>;
}

interface Call {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  /** Of the call that it answers; events have none. */
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** @see https://chromium.googlesource.com/chromium/src/+/main/content/browser/devtools/devtools_pipe_handler.cc */
export function devtoolsPipe(commands: Writable, answers: Readable): DevtoolsPipe {
  const calls = new Map<number, Call>();
  let lastId = 0;
  let unread = '';
  answers.setEncoding('utf8').on('data', (text: string) => {
    const messages = (unread + text).split('\0');
    unread = messages.pop()!;
    for (const message of messages) answer(JSON.parse(message) as Message);
  });
  answers.on('close', () => {
    for (const { reject } of calls.values()) reject(new Error('The browser ended before it answered.'));
  });

  function answer({ id, result, error }: Message): void {
    const call = calls.get(id ?? 0);
    calls.delete(id ?? 0);
    if (error === undefined) call?.resolve(result as never);
    else call?.reject(new Error(error.message));
  }

  return {
    send(method, params = {}, sessionId = undefined) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        calls.set(id, { resolve, reject });
        commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
  };
}
