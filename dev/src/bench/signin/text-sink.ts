import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { listenOnLoopback } from '../../http/port.ts';

/** An SMS gateway that takes every text at once. */
export interface TextSink {
  readonly url: string;
  /** The code in the newest text to a number. */
  readonly lastCode: (to: string) => string;
  readonly close: () => void;
}

export async function startTextSink(): Promise<TextSink> {
  const codes = new Map<string, string>();
  const server = createServer(async (request, response) => {
    const { to, text } = (await json(request)) as { to: string; text: string };
    codes.set(to, /[0-9]{6}/.exec(text)?.[0] ?? '');
    response.writeHead(204).end();
  });
  const port = await listenOnLoopback(server, { port: 0, use: 'the sink of texts' });
  return {
    url: `http://127.0.0.1:${port}/`,
    lastCode(to) {
      const code = codes.get(to);
      if (code === undefined) throw new Error('no text has arrived');
      return code;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
