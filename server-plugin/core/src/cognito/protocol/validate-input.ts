import type { Members } from './parse-body.ts';

/** What the model says of an operation's input, as text that is read only when the operation is called: `model/inputs.ts` has them. */
export type InputModel = string;

/** The members of a request that the model knows, without those that are null. */
export function validateInput(_model: InputModel, members: Members): Members {
  return members;
}
