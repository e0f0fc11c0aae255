import { cognitoPart } from '../cognito/part.ts';

/** The operations of the Cognito API by which users look after themselves, and get to an account. */
export const part = cognitoPart({});
