import { addressGroup } from './address-group.ts';
import { dayOf } from './calendar-date.ts';
import { changePoolPolicy } from './change-pool-policy.ts';
import { setMfaPreference } from './mfa-preference.ts';
import { nextChallenge } from './next-challenge.ts';
import { maskPhoneNumber, parsePhoneNumber } from './phone-number.ts';
import { parsePoolPolicy } from './pool-policy.ts';
import { quoteSms } from './quote-sms.ts';
import { originBoundMessage, smsMessageProblem } from './sms-message.ts';
import { parseSpendPolicy } from './spend-policy.ts';
import { reachedThresholds } from './spend-thresholds.ts';
import { isLive, parseCode, resendWaitInSeconds } from './sms-code.ts';
import { formatMfaSettings, parseMfaSettings } from './user-factors.ts';

/** Rules by name, in the form in which `vectors/*.json` asks them: JSON in, JSON out, on every runtime. */
export const rules: Readonly<Record<string, (input: never) => unknown>> = {
  nextChallenge: ({
    pool,
    user,
  }: {
    pool: Parameters<typeof nextChallenge>[0];
    user: Parameters<typeof nextChallenge>[1];
  }) => nextChallenge(pool, user),
  parsePoolPolicy: ({ attributes }: { attributes: Record<string, string> }) => parsePoolPolicy(attributes),
  originBoundMessage: ({ message, host }: { message: string; host: string }) => originBoundMessage(message, host),
  parsePhoneNumber: ({ text }: { text: string }) => parsePhoneNumber(text),
  maskPhoneNumber: ({ e164 }: { e164: string }) => maskPhoneNumber(e164),
  smsMessageProblem: ({ message }: { message: string }) => smsMessageProblem(message) ?? null,
  isLive: ({ code, nowInMillis }: { code: Parameters<typeof isLive>[0]; nowInMillis: number }) =>
    isLive(code, nowInMillis),
  parseCode: ({ text, digits }: { text: string; digits: number }) => parseCode(text, digits) ?? null,
  resendWaitInSeconds: ({
    code,
    resend,
    nowInMillis,
  }: {
    code: Parameters<typeof resendWaitInSeconds>[0];
    resend: number;
    nowInMillis: number;
  }) => resendWaitInSeconds(code, resend, nowInMillis),
  changePoolPolicy: ({ before, changes }: { before: Record<string, string>; changes: Record<string, string> }) =>
    changePoolPolicy(before, changes),
  mfaSettings: ({ stored }: { stored: Parameters<typeof parseMfaSettings>[0] }) => {
    const settings = parseMfaSettings(stored);
    return { settings, stored: formatMfaSettings(settings) };
  },
  setMfaPreference: ({
    user,
    request,
  }: {
    user: Parameters<typeof setMfaPreference>[0];
    request: Parameters<typeof setMfaPreference>[1];
  }) => setMfaPreference(user, request),
  parseSpendPolicy: ({ attributes }: { attributes: Record<string, string> }) => parseSpendPolicy(attributes),
  quoteSms: ({
    attributes,
    destination,
  }: {
    attributes: Record<string, string>;
    destination: Parameters<typeof quoteSms>[1];
  }) => {
    const parsed = parseSpendPolicy(attributes);
    return parsed.ok ? quoteSms(parsed.spend, destination) : parsed;
  },
  reachedThresholds: ({ spent, limit, told }: { spent: number; limit: number; told: number }) =>
    reachedThresholds(spent, limit, told),
  addressGroup: ({ address }: { address: string }) => addressGroup(address),
  dayOf: ({ millis }: { millis: number }) => dayOf(millis),
};
