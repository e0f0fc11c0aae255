import { LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { accountOf } from '../vault/vault.fixture.ts';

export const HERE = 'http://localhost:8080';
/** Bound to the page that asks for a code. */
export const ALICE = accountOf('a', { origins: [HERE] });
export const LOGIN: PageFrame = { frameId: 0, documentId: 'top', origin: HERE, signals: LOGIN_OTP };
/** Asks for Alice's code in the tab of that page. */
export const TARGET = { tabId: 3, accountId: 'a' };
