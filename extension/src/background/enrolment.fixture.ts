import { frameWith, LOGIN_CONFIG_TOTP, LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import { commitAccount } from '../vault/stage-account.ts';
import { KEY, STEP_BEGINS_AT } from '../vault/vault.fixture.ts';
import { type EnrolmentsByTab, openEnrolments } from './enrolments.ts';
import { type TabWorld, tabWorld } from './tab.fixture.ts';

export const TAB = 3;
export const HERE = 'http://localhost:8080';
export const URI = `otpauth://totp/Demo:alice?secret=${KEY.secretBase32}&issuer=Demo`;
export const MOMENT = { begunElsewhere: [], nowInMillis: STEP_BEGINS_AT };
export const SUBMIT = { kind: 'left-form', by: 'submit' } as const;

export const ENROL: PageFrame = { frameId: 0, documentId: 'enrol', origin: HERE, signals: LOGIN_CONFIG_TOTP };
/** The same page again. */
export const AGAIN: PageFrame = { ...ENROL, documentId: 'again' };
/** Where the site goes on. */
export const NEXT: PageFrame = {
  ...ENROL,
  documentId: 'next',
  signals: frameWith({ fields: [], heading: 'Welcome' }),
};
/** The form without a picture. */
export const MANUAL: PageFrame = { ...ENROL, signals: { ...LOGIN_OTP, shown: 'Set up your authenticator app' } };
export const KEY_IN_LETTERS = {
  text: 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP',
  around: ['Type this key into your authenticator app', 'Algorithm: SHA256'],
};

interface World extends TabWorld {
  /** What is to be read in the picture `qr`. */
  readonly inPicture?: readonly string[];
  readonly onScreen?: readonly string[];
}

/** A vault, and a tab whose page shows a QR code beside a form for the code. */
export async function enrolWorld({ inPicture = [URI], onScreen = [], ...rest }: World = {}) {
  const world = await tabWorld({ frames: [ENROL], pictures: ['data:qr'], ...rest });
  const { vault } = world;
  const item = storageItem<EnrolmentsByTab>({ area: world.session, key: 'enrolments', fallback: {} });
  /** As after a restart of the background: all it knows is in the storage. */
  const restart = () =>
    openEnrolments({
      item,
      queue: serialQueue(),
      commit: (id, begunElsewhere) =>
        vault.update((accounts) => commitAccount(accounts, id, { ...MOMENT, begunElsewhere })),
    });
  const announced: string[] = [];
  let ids = 0;
  const ports = {
    ...world.ports,
    enrolments: restart(),
    decodeQr: async (dataUrl: string) => (dataUrl === 'data:qr' ? inPicture : onScreen),
    captureTab: async () => 'screen',
    randomId: () => `id-${(ids += 1)}`,
    lostSightMeansLeft: async () => true,
    announce: async (_tabId: number, outcome: string) => void announced.push(outcome),
  };
  return { ...world, ports, announced, restart };
}

export type EnrolWorld = Awaited<ReturnType<typeof enrolWorld>>;

/** Of each account its id and state, such as `id-1 staged`. */
export async function statesOf({ vault }: Pick<EnrolWorld, 'vault'>) {
  return (await vault.accounts())?.map(({ id, state }) => `${id} ${state}`);
}
