import { openClientFor } from '../client/open-client.ts';
import { RespondToAuthChallenge } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
import { answerChallenge, type ChallengeAnswer } from '../sign-in/answer-challenge.ts';

/** @see Amazon Cognito API Reference, RespondToAuthChallenge */
export const respondToAuthChallenge = anonymous<ChallengeAnswer & { readonly ClientId: string }>(
  RespondToAuthChallenge,
  ({ ClientId, ...answer }, { ports }) => answerChallenge(openClientFor(ports, ClientId), answer),
);
