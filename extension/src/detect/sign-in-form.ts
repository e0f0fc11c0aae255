import { findCodeFields } from './code-field.ts';
import type { FrameSignals } from './frame-signals.ts';

/** Whether a frame asks for a password, and only for one: who changes a password types two or three. */
export function hasSignInForm(signals: FrameSignals): boolean {
  const codes = new Set(findCodeFields(signals).flatMap(({ boxes }) => boxes));
  const passwords = signals.fields.filter(
    ({ index, type, visibility, access }) =>
      type === 'password' && visibility === 'visible' && access === 'editable' && !codes.has(index),
  );
  return signals.forms.some((_, at) => passwords.filter(({ form }) => form === at).length === 1);
}
