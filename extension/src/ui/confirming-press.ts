/** Nobody has read a question in less. */
const READ_IN_MILLIS = 500;

export interface Press {
  /** `UIEvent.detail` of the click: how many presses in quick succession it ends; 0 for a key. */
  readonly detail: number;
  readonly sinceQuestionInMillis: number;
}

/** Whether a press answers a question, and is not the rest of the press that has brought it. */
export function isConfirmingPress({ detail, sinceQuestionInMillis }: Press): boolean {
  return detail < 2 && sinceQuestionInMillis >= READ_IN_MILLIS;
}
