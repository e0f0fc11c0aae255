import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Keycloak } from '@lifeguard/dev/keycloak';
import { keepLog, rememberSecret } from './evidence.ts';
import { type PageKind, PlainBrowser } from './plain-browser.ts';
import { type RecordingGateway, startRecordingGateway } from './recording-gateway.ts';
import { startSecondServer } from './second-server.ts';
import { createTestBed, type TestBed } from './test-bed.ts';
import { testServer } from './test-server.ts';

export const GATEWAYS = {
  webhookTimeoutInMillis: 3_000,
  failuresToOpen: 2,
  openInSeconds: 10,
  bearerToken: 'what-the-webhook-asks-for',
  signingSecret: 'what-the-webhook-signs-with',
  authToken: 'what-twilio-gave-us',
  twilioAccount: `AC${'0'.repeat(32)}`,
  twilioSender: '+14155550100',
  region: 'eu-central-1',
} as const;

/** Paths of the recording gateways. */
export const WEBHOOK = '/webhook';
export const TWILIO = `/2010-04-01/Accounts/${GATEWAYS.twilioAccount}/Messages.json`;
export const SNS = '/';

export const SNS_ACCEPTS = {
  status: 200,
  body: '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
} as const;

/** One Keycloak with every kind of gateway, in the order webhook, Twilio, SNS; all of them are recorded. */
export interface GatewayServer {
  /** The webhook and Twilio, by their paths. */
  readonly gateway: RecordingGateway;
  readonly aws: RecordingGateway;
  readonly keycloak: Keycloak;
  /** A pool whose realm has these secrets in the vault, and no others. */
  createPool(secrets?: Readonly<Record<string, string>>): Promise<TestBed>;
  /** A new user passes the password, whereupon a text is sent, or is not. */
  signIn(bed: TestBed): Promise<{ readonly number: string; readonly page: PageKind; readonly html: string }>;
  stop(): Promise<void>;
}

export async function startGatewayServer(): Promise<GatewayServer> {
  const gateway = await startRecordingGateway();
  const aws = await startRecordingGateway();
  const vault = await mkdtemp(join(tmpdir(), 'lifeguard-vault-'));
  for (const secret of [GATEWAYS.bearerToken, GATEWAYS.signingSecret, GATEWAYS.authToken]) await rememberSecret(secret);
  const keycloak = await startSecondServer({
    options: [
      `--vault-dir=${vault}`,
      ...smsOptions('failover', {
        order: 'webhook,twilio,sns',
        'failures-to-open': GATEWAYS.failuresToOpen,
        'open-in-seconds': GATEWAYS.openInSeconds,
      }),
      ...smsOptions('webhook', {
        url: gateway.url.replace(/\/$/, WEBHOOK),
        body: '[{"ref": "{id}", "number": "{to-without-plus}", "message": "Pool: {text}"}]',
        headers: '{"X-Tenant": "pool"}',
        'signing-secret': 'vault:webhook-signing',
        'bearer-token': GATEWAYS.bearerToken,
        retry: 'unanswered',
        'timeout-in-millis': GATEWAYS.webhookTimeoutInMillis,
      }),
      ...smsOptions('twilio', {
        'account-sid': GATEWAYS.twilioAccount,
        'auth-token': 'vault:twilio',
        from: GATEWAYS.twilioSender,
        'base-url': gateway.url,
      }),
      ...smsOptions('sns', {
        region: GATEWAYS.region,
        endpoint: aws.url,
        'sender-id': 'Pool',
        'max-price': '0.50',
      }),
      '--log-level=info,dev.lifeguard:debug,org.keycloak.events:debug',
    ],
    env: { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'what-aws-gave-us' },
  });
  return {
    gateway,
    aws,
    keycloak,
    async createPool(secrets = { 'webhook-signing': GATEWAYS.signingSecret, twilio: GATEWAYS.authToken }) {
      const bed = await createTestBed({ server: { ...testServer(), url: keycloak.url } });
      for (const [name, secret] of Object.entries(secrets)) {
        // With the line break that most tools end a file with.
        await writeFile(join(vault, `${bed.realm}_${name}`), `${secret}\n`);
      }
      return bed;
    },
    async signIn(bed) {
      const user = await bed.createUser();
      const browser = new PlainBrowser(bed);
      const page = await browser.signIn(user);
      for (const { body } of [...gateway.requests('/'), ...aws.requests('/')]) {
        const code = /code(?:\W|%20)is(?:\W|%20)(\d{6})/.exec(body)?.[1];
        if (code !== undefined) await rememberSecret(code);
      }
      return { number: user.phoneNumber, page, html: browser.html };
    },
    async stop() {
      await keycloak.stop();
      await gateway.close();
      await aws.close();
      await rm(vault, { recursive: true });
      await keepLog(keycloak.logFile);
    },
  };
}

function smsOptions(gateway: string, options: Readonly<Record<string, string | number>>): string[] {
  return Object.entries(options).map(([name, value]) => `--spi-lifeguard-sms--${gateway}--${name}=${value}`);
}
