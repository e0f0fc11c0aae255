import type { CallElsewhere, Host } from '../../ports.ts';
import { part as cognitoPool } from '../../parts/cognito-pool.ts';
import { part as cognitoSelf } from '../../parts/cognito-self.ts';
import { part as cognitoSignIn } from '../../parts/cognito-sign-in.ts';
import { part as sending } from '../../parts/sending.ts';

/** The border of the core: the source's, or that of the built script. */
export type CallCore = (name: string, json: string, host: Host) => string;

/** The sources, called as the built script calls its parts: one that no part has goes to the one for selves, which refuses it. */
export const callSource: CallCore = (name, json, host) => {
  const part = [cognitoSignIn, cognitoSelf, cognitoPool].find(({ names }) => names.includes(name)) ?? cognitoSelf;
  const send: CallElsewhere = (called, input, from) => sending.call(called, input, from, send);
  return part.call(name, json, host, send);
};
