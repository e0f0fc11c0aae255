import type { FrameSignals } from './frame-signals.ts';
import { meaningsOfNames } from './words/finders.ts';

/**
 * The handle of an empty field beside the code field that asks for the name of the new device, such as `userLabel` of
 * Keycloak's login-config-totp.ftl.
 */
export function findDeviceNameField(signals: FrameSignals, form: number): number | undefined {
  return signals.fields.find(
    (field) =>
      field.form === form &&
      field.type === 'text' &&
      field.visibility === 'visible' &&
      field.access === 'editable' &&
      field.content === 'empty' &&
      meaningsOfNames(field.name, field.id).has('device-name'),
  )?.index;
}
