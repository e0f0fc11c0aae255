import { openClientFor } from '../client/open-client.ts';
import { AdminRespondToAuthChallenge } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { answerChallenge, type ChallengeAnswer } from '../sign-in/answer-challenge.ts';

/** @see Amazon Cognito API Reference, AdminRespondToAuthChallenge */
export const adminRespondToAuthChallenge = onPool<ChallengeAnswer & { readonly ClientId: string }>(
  AdminRespondToAuthChallenge,
  'manage-users',
  ({ ClientId, ...answer }, { ports }) => answerChallenge(openClientFor(ports, ClientId), answer),
);
