import { cognitoPart } from '../cognito/part.ts';

/** The operations of the Cognito API by which users sign in. */
export const part = cognitoPart({});
