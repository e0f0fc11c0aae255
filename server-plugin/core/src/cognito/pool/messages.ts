import { CODE_PLACEHOLDER } from '@lifeguard/shared/mfa';
import type { PortPool } from '../records.ts';
import type { ContactPurpose } from '../user/contact-code.ts';
import { readPoolSettings } from './pool-settings.ts';

/** What is sent, with `{####}` where the code or the password goes. */
export interface Messages {
  readonly sms: string;
  readonly subject: string;
  readonly email: string;
}

const DEFAULTS: {
  readonly [Purpose in ContactPurpose]?: { readonly subject: string; readonly text: string };
} = {
  'sign-up': { subject: 'Your verification code', text: 'Your confirmation code is {####}' },
  'password-reset': { subject: 'Your verification code', text: 'Your password reset code is {####}' },
};
const OF_AN_ATTRIBUTE = { subject: 'Your verification code', text: 'Your verification code is {####}' };

/** A pool's own words for codes, where they have a place for the code, else those that Cognito begins with. */
export function messagesOf(pool: Pick<PortPool, 'attributes'>, purpose: ContactPurpose): Messages {
  const settings = readPoolSettings(pool);
  const template = settings.VerificationMessageTemplate ?? {};
  const { subject, text } = DEFAULTS[purpose] ?? OF_AN_ATTRIBUTE;
  return {
    sms: withPlaceholder(template.SmsMessage ?? settings.SmsVerificationMessage) ?? text,
    subject: template.EmailSubject ?? settings.EmailVerificationSubject ?? subject,
    email: withPlaceholder(template.EmailMessage ?? settings.EmailVerificationMessage) ?? text,
  };
}

/** The words by which an administrator's new user hears of the account. */
export function invitationOf(pool: Pick<PortPool, 'attributes'>, username: string): Messages {
  const settings = readPoolSettings(pool);
  const template = settings.AdminCreateUserConfig?.InviteMessageTemplate ?? {};
  const text = 'Your username is {username} and temporary password is {####}';
  const named = (message: string): string => message.split('{username}').join(username);
  return {
    sms: named(withPlaceholder(template.SMSMessage) ?? text),
    subject: template.EmailSubject ?? 'Your temporary password',
    email: named(withPlaceholder(template.EmailMessage) ?? text),
  };
}

function withPlaceholder(message: string | undefined): string | undefined {
  return message?.includes(CODE_PLACEHOLDER) === true ? message : undefined;
}
