import { cognitoPart } from '../cognito/part.ts';

/** The operations of the Cognito API by which pools, clients and users are administered. */
export const part = cognitoPart({});
