import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Firefox's own remote protocol, without the driver that usually stands before it. */
export interface Marionette {
  /** @throws Error with the name and message of Marionette's error */
  send(command: string, parameters?: object): Promise<unknown>;
  /** Runs the body of a function in the current window, with `arguments`, and waits for its promise. */
  execute(script: string, args?: readonly unknown[]): Promise<unknown>;
  /** The same with the rights of Firefox itself. */
  executeAsBrowser(script: string, args?: readonly unknown[]): Promise<unknown>;
}

interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

type Answer = readonly [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

/**
 * Connects to the port that Firefox listens on. Each message is JSON after its length in bytes and a colon.
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function connectToMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const waiting = new Map<number, Call>();
  let lastId = 0;

  onMessages(socket, (message) => {
    if (!Array.isArray(message)) return; // The greeting is an object.
    const [, id, error, result] = message as unknown as Answer;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === null) call?.resolve(result);
    else call?.reject(new Error(`${error.error}: ${error.message}`));
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed the connection.'));
  });

  function send(command: string, parameters: object = {}): Promise<unknown> {
    lastId += 1;
    const id = lastId;
    const message = JSON.stringify([0, id, command, parameters]);
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    socket.write(`${Buffer.byteLength(message)}:${message}`);
    return answer;
  }

  async function execute(script: string, args: readonly unknown[] = []): Promise<unknown> {
    return ((await send('WebDriver:ExecuteScript', { script, args })) as { readonly value: unknown }).value;
  }

  async function executeAsBrowser(script: string, args: readonly unknown[] = []): Promise<unknown> {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await execute(script, args);
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  }

  return { send, execute, executeAsBrowser };
}

function onMessages(socket: Socket, receive: (message: unknown) => void): void {
  let received = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (let end = endOfMessage(received); end !== undefined; end = endOfMessage(received)) {
      receive(JSON.parse(received.toString('utf8', received.indexOf(':') + 1, end)));
      received = received.subarray(end);
    }
  });
}

/** Where the first message ends, or `undefined` while it is incomplete. */
function endOfMessage(received: Buffer): number | undefined {
  const colon = received.indexOf(':');
  if (colon < 0) return undefined;
  const end = colon + 1 + Number(received.toString('latin1', 0, colon));
  return received.length < end ? undefined : end;
}
