import { GlobalSignOut } from '../model/inputs.ts';
import { withAccessToken } from '../operation.ts';

/** @see Amazon Cognito API Reference, GlobalSignOut */
export const globalSignOut = withAccessToken(GlobalSignOut, (_input, { ports }) => ports.signOutEverywhere());
