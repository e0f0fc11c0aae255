import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

/** A mail server that keeps what it is sent: enough of SMTP (RFC 5321) for Keycloak, without encryption and authentication. */
export interface Mailbox extends AsyncDisposable {
  readonly port: number;
  /** The first link in the newest mail to an address; waits for it. */
  link(to: string): Promise<string>;
  /** All that have arrived at an address, the oldest first. */
  mails(to: string): readonly Mail[];
}

interface Mail {
  readonly to: string;
  readonly text: string;
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: Mail[] = [];
  const waiting = new Set<() => void>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    receiveMails(socket, (mail) => {
      mails.push(mail);
      for (const wake of waiting) wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async link(to) {
      for (;;) {
        const mail = mails.findLast((candidate) => candidate.to === to);
        const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0];
        if (link !== undefined) return link;
        await new Promise<void>((resolve) => waiting.add(resolve));
      }
    },
    mails: (to) => mails.filter((mail) => mail.to === to),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function receiveMails(socket: Socket, keep: (mail: Mail) => void): void {
  const say = (reply: string) => socket.write(`${reply}\r\n`);
  let to = '';
  let lines: string[] | undefined;
  createInterface({ input: socket }).on('line', (line) => {
    if (lines === undefined) {
      to = /^RCPT TO:<([^>]+)>/i.exec(line)?.[1] ?? to;
      if (/^DATA/i.test(line)) lines = [];
      say(/^DATA/i.test(line) ? '354 go on' : /^QUIT/i.test(line) ? '221 bye' : '250 ok');
    } else if (line === '.') {
      keep({ to, text: decodeQuotedPrintable(lines.join('\n')) });
      lines = undefined;
      say('250 ok');
    } else {
      lines.push(line);
    }
  });
  say('220 mailbox');
}

/** RFC 2045 section 6.7, as far as links need it. */
function decodeQuotedPrintable(text: string): string {
  return text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
