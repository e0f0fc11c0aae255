import { createHmac } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { type LoopbackServer, serveOnLoopback } from './serve-on-loopback.ts';

/** What an operator's webhook is told. */
export interface SpendAlert {
  readonly id: string;
  readonly realm: string;
  readonly month: string;
  readonly percent: number;
  readonly spentInMicroUsd: number;
  readonly monthlyLimitInMicroUsd: number;
  /** Whether the signature was right. */
  readonly isGenuine: boolean;
}

const SECRET = 'the-secret-of-the-spend-alerts';

/** How soon the server looks again for what was not taken. */
const INTERVAL_IN_SECONDS = 2;

/** A webhook that refuses the first call of all: `POST` takes an alert, `GET` lists them. */
export async function startSpendAlertReceiver(): Promise<LoopbackServer> {
  const alerts: SpendAlert[] = [];
  const seen = new Set<string>();
  return serveOnLoopback(async (request, response) => {
    if (request.method === 'POST') {
      const body = await text(request);
      const [, time = '', mac = ''] =
        /^t=(\d+),v1=([0-9a-f]+)$/.exec(String(request.headers['lifeguard-signature'])) ?? [];
      const alert = JSON.parse(body) as SpendAlert;
      // A receiver that is just being restarted: the call has to come again.
      if (!seen.has(alert.realm)) {
        seen.add(alert.realm);
        response.writeHead(503).end();
        return;
      }
      const isGenuine = mac === createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
      alerts.push({ ...alert, isGenuine });
      response.writeHead(204).end();
      return;
    }
    const realm = new URL(request.url ?? '/', 'http://alerts').searchParams.get('realm');
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(alerts.filter((alert) => alert.realm === realm)));
  });
}

/** The server's options by which it calls the receiver. */
export function spendAlertOptions(url: string): string[] {
  return [
    `--spi-lifeguard-spend-alerts--webhook--url=${url}`,
    `--spi-lifeguard-spend-alerts--webhook--secret=${SECRET}`,
    `--spi-lifeguard-spend-alerts--webhook--interval-in-seconds=${INTERVAL_IN_SECONDS}`,
  ];
}
