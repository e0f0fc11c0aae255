import { findCodeFields } from './code-field.ts';
import { findDeviceNameField } from './device-name-field.ts';
import type { FrameSignals } from './frame-signals.ts';

/**
 * Whether a frame asks to set up an authenticator: a field for its code together with a picture of a QR code's shape or
 * a field for the device's name.
 */
export function hasEnrolmentForm(signals: FrameSignals): boolean {
  return findCodeFields(signals).some(
    ({ kind, form }) =>
      kind === 'totp' && (signals.squarePictures > 0 || findDeviceNameField(signals, form) !== undefined),
  );
}
