import { type PageFrame, topFrame } from '../fill/page-frame.ts';
import type { Account } from '../vault/account.ts';
import type { Enrolments } from './enrolments.ts';
import { type Frames, orGone } from './frames.ts';

interface SignIn {
  readonly tabId: number;
  readonly account: Account;
  readonly frames: readonly PageFrame[];
  readonly documentId: string;
  readonly field: number;
}

interface Ports {
  readonly enrolments: Pick<Enrolments, 'all' | 'begin'>;
  readonly frames: Pick<Frames, 'ask'>;
}

/**
 * A sign-in with an account whose site has not said yet that it accepted the key says so, too: it asks for the code again, or goes on. In
 * a frame of another site nothing shows what came of it.
 */
export async function watchSignIn(signIn: SignIn, { enrolments, frames: documents }: Ports): Promise<void> {
  const { tabId, account, frames, documentId, field } = signIn;
  const origin = topFrame(frames)?.origin;
  const isOfPage = frames.some((frame) => frame.documentId === documentId && frame.origin === origin);
  if (account.state !== 'staged' || origin === undefined || !isOfPage) return;
  const running = (await enrolments.all())[tabId];
  const isOver = running?.phase === 'doubtful' || running?.phase === 'cancelled';
  if (running?.accountId === account.id && !isOver) return;
  await enrolments.begin(tabId, { accountId: account.id, origin, isWithoutPicture: true, phase: 'filled' });
  await orGone(documents.ask({ tabId, documentId }, 'watchForm', { field }));
}
