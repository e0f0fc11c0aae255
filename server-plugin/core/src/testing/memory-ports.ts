import { MemoryLedger } from './memory-ledger.ts';
import type { CodePurpose, Ports, PortSoftwareToken, PortUser, StoredCode } from '../ports.ts';

/** A pool, one user and a phone, in memory: what the Java shell is in Keycloak. Its answers are atomic as there. */
export class MemoryPorts implements Ports {
  nowInMillis = 1_700_000_000_000;
  attributes: Record<string, string> = { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.smsMfa': 'true' };
  person: PortUser = { phoneNumber: '+14155550123', softwareTokens: 0 };
  locked = false;
  gateway: 'accepted' | 'refused' | 'unknown' = 'accepted';
  requiredActions: readonly string[] = ['CONFIGURE_TOTP', 'lifeguard-phone-number'];
  softwareTokenCode = '287082';
  readOnly = false;

  readonly texts: string[] = [];
  readonly checkedTokenCodes: string[] = [];
  readonly requested: string[] = [];
  phoneNumberVerified = false;

  readonly ledger = new MemoryLedger();
  countryOf = this.ledger.countryOf;
  clientAddress = this.ledger.clientAddress;
  reserveSpend = this.ledger.reserveSpend;
  settleSpend = this.ledger.settleSpend;
  countRefusal = this.ledger.countRefusal;
  tellThreshold = this.ledger.tellThreshold;
  spendOf = this.ledger.spendOf;
  limitRequests = this.ledger.limitRequests;
  addLimitRequest = this.ledger.addLimitRequest;
  decideLimitRequest = this.ledger.decideLimitRequest;

  private readonly codes = new Map<CodePurpose, StoredCode & { readonly code: string }>();
  private readonly places = new Set<string>();
  private issued = 0;

  now = (): number => this.nowInMillis;
  poolAttributes = (): Record<string, string> => this.attributes;
  user = (): PortUser => this.person;
  isLocked = (): boolean => this.locked;

  findCode: Ports['findCode'] = ({ purpose }) => {
    const stored = this.codes.get(purpose);
    if (stored === undefined) return null;
    const { code: _withheld, ...visible } = stored;
    return visible;
  };

  issueCode: Ports['issueCode'] = ({ purpose, digits, ...order }) => {
    if (this.codes.has(purpose)) return false;
    this.issued += 1;
    this.codes.set(purpose, { ...order, id: `code-${this.issued}`, code: String(this.issued).padStart(digits, '0') });
    return true;
  };

  sendCode: Ports['sendCode'] = ({ purpose, message }) => {
    const stored = this.codes.get(purpose);
    if (stored === undefined) throw new Error('no code to send');
    if (this.gateway !== 'refused') this.texts.push(message.replaceAll('{####}', stored.code));
    return this.gateway;
  };

  discardCode: Ports['discardCode'] = ({ purpose, id }) =>
    this.codes.get(purpose)?.id === id && this.codes.delete(purpose);

  isRightCode: Ports['isRightCode'] = ({ purpose, id, code }) => {
    const stored = this.codes.get(purpose);
    return stored?.id === id && stored.code === code;
  };

  consumeCode: Ports['consumeCode'] = ({ purpose, id, code }) => {
    const stored = this.codes.get(purpose);
    return stored?.id === id && stored.code === code && this.codes.delete(purpose);
  };

  takeAttempt: Ports['takeAttempt'] = ({ purpose, id, limit }) => {
    for (let place = 1; place <= limit; place += 1) {
      const key = `${purpose}/${id}/${place}`;
      if (!this.places.has(key)) {
        this.places.add(key);
        return place;
      }
    }
    return 0;
  };

  releaseAttempt: Ports['releaseAttempt'] = ({ purpose, id, place }) => {
    this.places.delete(`${purpose}/${id}/${place}`);
  };

  checkSoftwareToken: Ports['checkSoftwareToken'] = ({ code }) => {
    this.checkedTokenCodes.push(code);
    return code === this.softwareTokenCode;
  };

  softwareTokens = (): readonly PortSoftwareToken[] =>
    Array.from({ length: this.person.softwareTokens }, (_, index) => ({ id: `token-${index}`, label: `app ${index}` }));

  removeSoftwareToken: Ports['removeSoftwareToken'] = ({ id }) => {
    if (!this.softwareTokens().some((token) => token.id === id)) return false;
    this.person = { ...this.person, softwareTokens: this.person.softwareTokens - 1 };
    return true;
  };

  setPhoneNumber: Ports['setPhoneNumber'] = ({ phoneNumber, verified }) =>
    this.write({ phoneNumber, phoneNumberVerified: verified });

  removePhoneNumber: Ports['removePhoneNumber'] = () => {
    const { phoneNumber: _gone, phoneNumberVerified: _goneToo, ...rest } = this.person;
    return this.write(rest, {});
  };

  setMfaSettings: Ports['setMfaSettings'] = (settings) => {
    const { enabledMfa: _before, preferredMfa: _preferredBefore, ...rest } = this.person;
    return this.write(settings, rest);
  };

  listed: string | null = null;
  listPhoneFactor: Ports['listPhoneFactor'] = ({ label }) => {
    this.listed = label;
  };

  host = (): string => 'id.example.org';

  setPoolAttributes: Ports['setPoolAttributes'] = ({ attributes }) => {
    this.attributes = { ...this.attributes, ...attributes };
  };

  private write(changes: Partial<PortUser>, person: Partial<PortUser> = this.person): boolean {
    if (!this.readOnly) this.person = { softwareTokens: 0, ...person, ...changes };
    return !this.readOnly;
  }

  setPhoneNumberVerified: Ports['setPhoneNumberVerified'] = () => {
    if (!this.readOnly) this.phoneNumberVerified = true;
    return !this.readOnly;
  };

  requireAction: Ports['requireAction'] = ({ action }) => {
    if (!this.requiredActions.includes(action)) return false;
    this.requested.push(action);
    return true;
  };

  /** The code in the newest text. */
  get lastCode(): string {
    return /[0-9]{6}/.exec(this.texts.at(-1) ?? '')?.[0] ?? '';
  }
}
