/** What the person at the keyboard can put right. The message is one sentence that says what to do, and is shown without a stack. */
export class Problem extends Error {
  override readonly name: string = 'Problem';
}
