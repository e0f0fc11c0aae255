import { OperationError } from './operations.ts';
import type { Person } from './sign-in-client.ts';

/**
 * Types the person's wrong code first, then the right one.
 * @param refused gets what was refused
 */
export async function typeCode<Result>(
  { wrongCode }: Person,
  refused: string[],
  rightCode: () => Promise<string>,
  send: (code: string) => Promise<Result>,
): Promise<Result> {
  if (wrongCode !== undefined) {
    const refusal = await send(wrongCode).then(
      () => 'a wrong code was taken',
      (error: unknown) => {
        if (!(error instanceof OperationError)) throw error;
        return `${error.type}: ${error.message}`;
      },
    );
    refused.push(refusal);
  }
  return send(await rightCode());
}
