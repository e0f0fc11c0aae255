import type { AccountNames } from './account-name.ts';
import type { Answer } from './border.ts';
import type { WantedElsewhere } from './fill/choose-code-field.ts';
import type { FillRefusal } from './fill/decide-fill.ts';
import type { FillFailure } from './fill/ladder.ts';
import type { SetUpAnswer } from './messages/tab-api.ts';

/** What the chooser at a field may ask of the background. It sees no code. */
export interface ChooserApi {
  /** What it shows, for the one frame that brings the challenge of an offer. `undefined` for all others. */
  openChooser(input: { readonly challenge: string }): Promise<ChooserView | undefined>;
  /** The same again, as the vault may have been locked or unlocked. */
  viewChooser(): Promise<ChooserView | undefined>;
  /** From when on a code of the account can be given, in milliseconds since 1970; `undefined` when none can. */
  codeReadyAt(input: { readonly accountId: string }): Promise<number | undefined>;
  chooseAccount(input: { readonly accountId: string }): Promise<ChooseAnswer>;
  /** Begins the enrolment that the page offers, with the field that the chooser stands at. */
  setUpAtField(): Promise<ChooserSetUpAnswer>;
  /** Opens the popup, where the password is asked for; `false` where the browser leaves that to the user. */
  openPopup(): Promise<boolean>;
}

export type ChooserView =
  | { readonly state: 'accounts'; readonly origin: string; readonly accounts: readonly OfferedAccount[] }
  | ({ readonly state: 'set-up'; readonly origin: string } & AccountNames)
  | { readonly state: 'locked'; readonly origin: string }
  | { readonly state: 'wanted'; readonly origin: string; readonly reason: WantedElsewhere };

export interface OfferedAccount extends AccountNames {
  readonly id: string;
}

export type ChooserSetUpAnswer = Answer<
  object,
  'not-clear' | 'not-kept' | Exclude<SetUpAnswer, { readonly ok: true }>['reason']
>;

/** `not-clear`: there is a doubt whether the user has seen what was chosen. */
export type ChooseAnswer = Answer<
  object,
  'locked' | 'no-account' | 'not-clear' | 'cancelled' | FillFailure | FillRefusal
>;
