import { NoAnswerError } from './ask.ts';

/** The answer to a question that is nice to know: the background may have ended meanwhile, and everything else works all the same. */
export async function ifAnswered<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NoAnswerError) return undefined;
    throw error;
  }
}
