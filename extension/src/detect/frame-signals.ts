/** A rectangle in CSS pixels, from the top left corner of the window. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a content script tells about one input field: words and shape, never the value. */
export interface FieldSignals {
  /** The field's handle in its document, by which it is filled. */
  readonly index: number;
  /** Index of its form in `FrameSignals.forms`. */
  readonly form: number;
  readonly type: string;
  readonly name: string;
  readonly id: string;
  /** What else the page's authors call it: class names, `data-*`, attributes of frameworks. */
  readonly hints: string;
  readonly autocomplete: string;
  readonly inputMode: string;
  readonly pattern: string;
  /** -1 without a limit, as in the DOM. */
  readonly maxLength: number;
  /** The attributes of a number field, else the empty text. */
  readonly min: string;
  readonly max: string;
  /** What the page ties to the field: labels, ARIA, the title; where there is nothing, the text that stands at it. */
  readonly label: string;
  readonly placeholder: string;
  /** The text between the field before it and this one, the end of it. */
  readonly before: string;
  /** The text between this field and the next one, the beginning of it. */
  readonly after: string;
  /** Names and descriptions of the pictures beside it, such as a captcha's. */
  readonly pictures: string;
  /** What it stands in, if that says what it is for. */
  readonly place: 'anywhere' | 'table-head' | 'search';
  readonly box: Box;
  /** `transparent`: drawn with no colour over something else that is visible. */
  readonly visibility: 'visible' | 'transparent' | 'hidden';
  /** `read-only` may go away when the field gets the focus. */
  readonly access: 'editable' | 'read-only' | 'disabled';
  /** `code`: digits stand there, such as a code that has expired. */
  readonly content: 'empty' | 'code' | 'other';
  readonly hasFocus: boolean;
}

/** A form or a dialog, or everything outside of them, which is one more entry. */
export interface FormSignals {
  /** Its id, name and class names. */
  readonly name: string;
  /** The factor that a page of Lifeguard's own plugin states, else the empty text. */
  readonly factor: string;
  /** The words inside, without those of links and buttons, which often name another method. */
  readonly text: string;
  /** The words of its links and buttons. */
  readonly actions: string;
}

export interface FrameSignals {
  readonly fields: readonly FieldSignals[];
  readonly forms: readonly FormSignals[];
  /** Title, headings and alerts. */
  readonly heading: string;
  /** All that a person sees in the document, from the top, with the names in fields for user names. */
  readonly shown: string;
  /** The origins of the frames inside that are big enough for a form. */
  readonly framedOrigins: readonly string[];
  /** How many pictures have the shape of a QR code. */
  readonly squarePictures: number;
  /** Whether the server answered with an error (HTTP 400 and more). */
  readonly isError: boolean;
}
