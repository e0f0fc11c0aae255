import type { FrameSignals } from './frame-signals.ts';
import { attributeWords } from './words.ts';

const DEVICE_NAME = / (?:user ?label|device ?(?:name|label)) /;

/**
 * The handle of an empty field beside the code field that asks for the name of the new device, such as `userLabel` of
 * Keycloak's login-config-totp.ftl.
 */
export function findDeviceNameField(signals: FrameSignals, form: number): number | undefined {
  return signals.fields.find(
    (field) =>
      field.form === form &&
      field.type === 'text' &&
      field.isVisible &&
      field.isEditable &&
      field.content === 'empty' &&
      DEVICE_NAME.test(attributeWords(field.name, field.id)),
  )?.index;
}
