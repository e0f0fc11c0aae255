import {
  formatMfaSettings,
  isMfaFactor,
  maskPhoneNumber,
  type MfaFactor,
  type MfaPreferenceRequest,
  setMfaPreference,
} from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { mayEnterPhoneNumber } from '../pool/challenge-rules.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { goOnToSetUp } from '../set-up/go-on-to-set-up.ts';
import { hasProvenFactor, type SessionProof } from '../set-up/session-proof.ts';
import { mayRemoveFactor } from './may-remove-factor.ts';
import { listPhoneFactor } from './phone-factor.ts';
import { type PoolAndUser, readPool } from './read-pool.ts';
import type { FactorView, SettingsPage, SettingsStep } from './settings-step.ts';

export interface SettingsForm {
  /** What the pressed button does and, behind a colon, to which factor or authenticator: `prefer:SMS_MFA`. */
  readonly button?: string;
}

interface SettingsRequest {
  readonly session: SessionProof;
}

/** A user's own page of factors. It is reached with the password asked afresh, and shows nothing to a session without a factor. */
export function showMfaSettings({ session }: SettingsRequest, ports: Ports): SettingsStep {
  const barrier = barrierOf(session, ports);
  return barrier ?? page(ports, {});
}

/** A button was pressed. What can't be done shows the page again and says so. */
export function changeMfaSettings(
  { session, form }: SettingsRequest & { readonly form: SettingsForm },
  ports: Ports,
): SettingsStep {
  const barrier = barrierOf(session, ports);
  if (barrier !== undefined) return barrier;
  const [change, value = ''] = (form.button ?? '').split(':', 2);
  const factor = isMfaFactor(value) ? value : undefined;
  switch (change) {
    case 'done':
      return { kind: 'done' };
    case 'enable':
      return set(ports, factor, (preferred) => ({ Enabled: true, PreferredMfa: preferred }));
    case 'disable':
      return set(ports, factor, () => ({ Enabled: false }));
    case 'prefer':
      return set(ports, factor, () => ({ Enabled: true, PreferredMfa: true }));
    case 'no-preference':
      return set(ports, factor, () => ({ Enabled: true, PreferredMfa: false }));
    case 'remove':
      return remove(ports, session, value);
    case 'replace':
      return replace(ports, value);
    case 'add':
      return add(ports, factor);
    default:
      return page(ports, {});
  }
}

function barrierOf(session: SessionProof, ports: Ports): Refusal | undefined {
  if (ports.isLocked()) return refuse('user_locked', 'lifeguardLocked');
  if (!readPool(ports).ok) return refuse('policy_unreadable', 'lifeguardUnavailable');
  return hasProvenFactor(ports, session) ? undefined : refuse('factor_not_proven', 'lifeguardFactorNeeded');
}

function set(
  ports: Ports,
  factor: MfaFactor | undefined,
  block: (isPreferred: boolean) => NonNullable<MfaPreferenceRequest[MfaFactor]>,
): SettingsStep {
  const pool = readPool(ports);
  if (!pool.ok || factor === undefined || !views(pool, ports).some((view) => view.factor === factor)) {
    return page(ports, { message: 'lifeguardSettingsRefused' });
  }
  const wanted = block(pool.person.settings.preferredFactor === factor);
  if (wanted.Enabled !== true && pool.policy.mfaConfiguration === 'ON') {
    return page(ports, { message: 'lifeguardSettingsRefused' });
  }
  const result = setMfaPreference(pool.person, { [factor]: wanted });
  if (!result.ok) return page(ports, { message: 'lifeguardSettingsRefused' });
  if (!ports.setMfaSettings(formatMfaSettings(result.settings))) {
    return page(ports, { message: 'lifeguardSettingsNotStored' });
  }
  listPhoneFactor(ports);
  return page(ports, { notice: 'lifeguardSettingsSaved', changed: 'settings' });
}

function remove(ports: Ports, session: SessionProof, id: string): SettingsStep {
  const isAllowed = mayRemoveFactor({ factor: 'SOFTWARE_TOKEN_MFA', by: 'page', session }, ports);
  if (!isAllowed || !ports.removeSoftwareToken({ id })) return page(ports, { message: 'lifeguardSettingsRefused' });
  return page(ports, { notice: 'lifeguardFactorRemoved', changed: 'removal' });
}

function replace(ports: Ports, id: string): SettingsStep {
  const isOwn = ports.softwareTokens().some((token) => token.id === id);
  const step = isOwn ? add(ports, 'SOFTWARE_TOKEN_MFA') : page(ports, { message: 'lifeguardSettingsRefused' });
  return step.kind === 'setup' ? { ...step, replaces: id } : step;
}

function add(ports: Ports, factor: MfaFactor | undefined): SettingsStep {
  const shown = page(ports, {});
  if (factor === 'SOFTWARE_TOKEN_MFA' && shown.mayAddSoftwareToken) return goOnToSetUp(ports, factor);
  const hasUnverified = shown.factors.some(({ isUnverified }) => isUnverified === true);
  if (factor === 'SMS_MFA' && (shown.mayAddPhoneNumber || hasUnverified)) return goOnToSetUp(ports, factor);
  return { ...shown, message: 'lifeguardSettingsRefused' };
}

function page(ports: Ports, extra: Pick<SettingsPage, 'message' | 'notice' | 'changed'>): SettingsPage {
  const pool = readPool(ports);
  if (!pool.ok) throw new Error('the policy became unreadable');
  const { policy, user } = pool;
  return {
    kind: 'page',
    page: 'mfa-settings',
    factors: views(pool, ports),
    mayAddSoftwareToken: policy.softwareTokenMfa || policy.mfaConfiguration === 'OFF',
    mayAddPhoneNumber: mayEnterPhoneNumber(policy, user),
    ...extra,
  };
}

/** The factors that the user has, whether or not they are on. */
function views(pool: PoolAndUser, ports: Ports): readonly FactorView[] {
  const { policy, user, person, enabled } = pool;
  const isOptional = policy.mfaConfiguration !== 'ON';
  const common = (factor: MfaFactor) => ({
    factor,
    isEnabled: isOptional ? enabled.includes(factor) : pool.accepted.includes(factor),
    isPreferred: person.settings.preferredFactor === factor,
    isOptional,
  });
  const factors: FactorView[] = [];
  if (policy.smsMfa && person.phoneNumber !== undefined) {
    const destination = maskPhoneNumber(person.phoneNumber);
    factors.push({ ...common('SMS_MFA'), destination, isUnverified: user.phoneNumberVerified !== true });
  }
  if (user.softwareTokens > 0) {
    factors.push({
      ...common('SOFTWARE_TOKEN_MFA'),
      tokens: ports.softwareTokens(),
      mayRemove: mayRemoveFactor({ factor: 'SOFTWARE_TOKEN_MFA', by: 'list' }, ports),
    });
  }
  return factors;
}
