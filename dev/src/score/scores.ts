import { importsScore } from './imports/imports-score.ts';
import { otpFieldsScore } from './otp-fields/otp-fields-score.ts';
import { otpauthScore } from './otpauth/otpauth-score.ts';
import { qrScore } from './qr/qr-score.ts';
import type { Score } from './score.ts';

/** The scores that exist: one file each, one line here. */
export const SCORES: readonly Score[] = [otpauthScore, importsScore, otpFieldsScore, qrScore];
