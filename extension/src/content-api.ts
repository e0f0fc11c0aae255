import type { DateAnswer } from './clock/skew.ts';
import type { FrameSignals } from './detect/frame-signals.ts';
import type { ShownLine } from './enrol/find-recovery-codes.ts';
import type { ShownText } from './enrol/shown-key.ts';
import type { FillOutcome } from './fill/ladder.ts';

/** What content scripts may tell the background. */
export interface ContentApi {
  /** The answer to `readFrame`, sent as a message of its own because those carry the sender's origin. */
  frameRead(report: { readonly request: string; readonly signals: FrameSignals }): Promise<void>;
  /** On a site with codes at the field: what may hold a code has changed. `shownAt`: where the chooser stands. */
  fieldsChanged(report: { readonly shownAt: number | undefined }): Promise<void>;
  /** The user has named a field. */
  fieldPicked(report: { readonly selector: string }): Promise<void>;
  /** The form with the filled code is still there. It needs no answer: any message keeps the background running. */
  enrolmentOpen(report: object): Promise<void>;
  /** The form with the filled code was sent by its own button, or given up by another one. */
  enrolmentLeft(report: { readonly by: 'submit' | 'cancel' }): Promise<void>;
}

/** How a document is searched for shadow roots: in every element that can have one, or in a large document only where nearly all are. */
export type ReadDepth = 'likely' | 'all';

/** What the background asks of the script that reads and fills in one document. */
export interface FrameApi {
  readFrame(input: { readonly request: string; readonly depth: ReadDepth }): Promise<void>;
  fillField(input: FieldText): Promise<FillOutcome>;
  /** The handle of the one field that a selector finds. */
  findField(input: { readonly selector: string }): Promise<number | undefined>;
  /** Sends the form of this field. */
  submitForm(input: { readonly field: number }): Promise<void>;
}

/** What it asks of the script that an enrolment needs beside that one. */
export interface SetUpApi {
  /** The pictures that may be QR codes, as data URLs, biggest first. */
  collectPictures(): Promise<readonly string[]>;
  /** The setup links of the page, and the texts that may be keys for typing. */
  collectTexts(): Promise<SetUpTexts>;
  /** What the page shows, line by line. */
  collectLines(): Promise<readonly ShownLine[]>;
  /** Tells `enrolmentLeft` when the form of this field is sent. */
  watchForm(input: { readonly field: number }): Promise<void>;
}

/** What it asks of the script by which the user names a field. */
export interface PickApi {
  /** Waits for the user to name one, which `fieldPicked` tells. */
  pickField(): Promise<void>;
}

/** What it asks of the script that asks the site for the time. */
export interface ClockApi {
  /** `undefined` when the site does not answer. */
  readDate(): Promise<DateAnswer | undefined>;
}

export type DocumentApi = FrameApi & SetUpApi & PickApi & ClockApi;

/** What the background asks of the script that shows the chooser. */
export interface InlineApi {
  showChooser(offer: { readonly challenge: string; readonly boxes: readonly number[] }): Promise<void>;
  hideChooser(): Promise<void>;
  /** The field gets its code in another way: the chooser goes, and does not come back to it. */
  dismissChooser(): Promise<void>;
  /** The vault was locked or unlocked: the chooser asks anew what it shows. In Firefox a frame in a web page does not hear of it itself. */
  refreshChooser(): Promise<void>;
  /** Whether this offer's chooser stands, and, if need be, whether the user sees it and has had time to. */
  vouchForChooser(input: { readonly challenge: string; readonly isSeen: boolean }): Promise<boolean>;
}

export interface SetUpTexts {
  readonly links: readonly string[];
  readonly keys: readonly ShownText[];
}

export interface FieldText {
  /** Handles of the one input, or of the boxes that share the text, in order. */
  readonly boxes: readonly number[];
  readonly text: string;
}
