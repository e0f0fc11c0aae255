import type { FieldSignals, FormSignals, FrameSignals } from './frame-signals.ts';

const FIELD: Omit<FieldSignals, 'index' | 'box'> = {
  form: 0,
  type: 'text',
  name: '',
  id: '',
  hints: '',
  autocomplete: '',
  inputMode: '',
  pattern: '',
  maxLength: -1,
  min: '',
  max: '',
  label: '',
  placeholder: '',
  before: '',
  after: '',
  pictures: '',
  place: 'anywhere',
  visibility: 'visible',
  access: 'editable',
  content: 'empty',
  hasFocus: false,
};

interface Page extends Partial<Omit<FrameSignals, 'fields' | 'forms'>> {
  readonly fields: readonly Partial<FieldSignals>[];
  readonly form?: Partial<FormSignals>;
}

/** A frame with one form and these fields in it, one below the other. */
export function frameWith({ fields, form, ...rest }: Page): FrameSignals {
  return {
    heading: '',
    shown: '',
    framedOrigins: [],
    squarePictures: 0,
    isError: false,
    ...rest,
    forms: [{ name: '', factor: '', text: '', actions: '', ...form }],
    fields: fields.map((field, index) => ({
      ...FIELD,
      index,
      box: { x: 0, y: index * 60, width: 240, height: 40 },
      ...field,
    })),
  };
}

/** Boxes for one character each, side by side. */
export function boxRow(count: number, field: Partial<FieldSignals> = {}): Partial<FieldSignals>[] {
  return Array.from({ length: count }, (_, position) => ({
    box: { x: position * 50, y: 100, width: 40, height: 48 },
    ...field,
  }));
}

/** login-otp.ftl of Keycloak 26.7 (theme keycloak.v2). */
export const LOGIN_OTP = frameWith({
  heading: 'Sign in to demo',
  form: { name: 'kc-otp-login-form', text: 'One-time code' },
  fields: [
    {
      type: 'hidden',
      name: 'selectedCredentialId',
      id: 'selectedCredentialId',
      content: 'other',
      visibility: 'hidden',
    },
    { name: 'otp', id: 'otp', autocomplete: 'one-time-code', inputMode: 'numeric', label: 'One-time code' },
  ],
});

/** login-config-totp.ftl of the same, with its QR code; 'sign out from other devices' is the checkbox. */
export const LOGIN_CONFIG_TOTP = frameWith({
  heading: 'Mobile Authenticator Setup',
  squarePictures: 1,
  form: { name: 'kc-totp-settings-form', text: 'One-time code * Device Name Sign out from other devices' },
  fields: [
    { name: 'totp', id: 'totp', autocomplete: 'one-time-code', inputMode: 'numeric', label: 'One-time code *' },
    { type: 'hidden', name: 'totpSecret', id: 'totpSecret', content: 'other', visibility: 'hidden' },
    { name: 'userLabel', id: 'userLabel', autocomplete: 'off', label: 'Device Name' },
    { type: 'checkbox', name: 'logout-sessions', id: 'logout-sessions', content: 'other', label: 'Sign out' },
  ],
});
