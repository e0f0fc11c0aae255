/** What a content script tells about one input field: words and shape, never the value. */
export interface FieldSignals {
  /** The field's handle in its document, by which it is filled. */
  readonly index: number;
  /** Index of its form in `FrameSignals.forms`. */
  readonly form: number;
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly autocomplete: string;
  readonly inputMode: string;
  readonly pattern: string;
  /** -1 without a limit, as in the DOM. */
  readonly maxLength: number;
  readonly label: string;
  readonly placeholder: string;
  readonly isVisible: boolean;
  readonly isEditable: boolean;
  /** `code`: digits stand there, such as a code that has expired. */
  readonly content: 'empty' | 'code' | 'other';
}

/** A form, or everything outside of forms, which is one more entry. */
export interface FormSignals {
  /** Its id, name and class names. */
  readonly name: string;
  /** The factor that a page of Lifeguard's own plugin states, else the empty text. */
  readonly factor: string;
  /** The words inside, without those of links and buttons, which often name another method. */
  readonly text: string;
}

export interface FrameSignals {
  readonly fields: readonly FieldSignals[];
  readonly forms: readonly FormSignals[];
  /** Title, headings and alerts. */
  readonly heading: string;
  /** All that a person sees in the document, from the top, with the names in fields for user names. */
  readonly shown: string;
  /** How many pictures have the shape of a QR code. */
  readonly squarePictures: number;
}
