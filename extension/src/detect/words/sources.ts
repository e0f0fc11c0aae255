// Public pages that the words are from.

/** Its message bundles of 40 languages, base theme of 26.7: loginTotp*, otp-*, missingTotpMessage, auth-recovery-*, emailVerify*. */
export const KEYCLOAK =
  'https://github.com/keycloak/keycloak/tree/26.7.3/themes/src/main/resources-community/theme/base/login/messages';

/** Its strings of many languages: counter. */
export const AEGIS = 'https://github.com/beemdevelopment/Aegis/tree/master/app/src/main/res';

/** Sign-in texts: phoneCode, emailCode, totpMfa, backupCodeMfa. */
export const CLERK = 'https://github.com/clerk/javascript/tree/main/packages/localizations/src';

/** Texts of a token generator, text messages, calls and backup tokens. */
export const DJANGO_TWO_FACTOR = 'https://github.com/jazzband/django-two-factor-auth/tree/master/two_factor/locale';

/** Texts of the factor SMS of the plugin in this repository. */
export const LIFEGUARD = 'server-plugin/java/src/main/resources/theme-resources/messages';

/** Patterns for names and labels of cards, addresses, phones, searches and coupons. */
export const CHROMIUM =
  'https://github.com/chromium/chromium/blob/main/components/autofill/core/browser/form_parsing/resources/legacy_regex_patterns.json';

/** Words of forms in six languages. */
export const DUCKDUCKGO =
  'https://github.com/duckduckgo/duckduckgo-autofill/blob/main/src/Form/matching-config/matching-config-source.js';

/** Autofill detail tokens. */
export const WHATWG = 'https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill';

/** Developers' names for fields, in public bug reports about fields that were not found or wrongly filled. */
export const BITWARDEN_ISSUES = 'https://github.com/bitwarden/clients/issues?q=totp+field';
export const KEEPASSXC_ISSUES = 'https://github.com/keepassxreboot/keepassxc-browser/issues?q=totp';

/** "The code shown on your TV": the device flow of OAuth. */
export const RFC_8628 = 'https://www.rfc-editor.org/rfc/rfc8628#section-3.3';

/** Devices are put in step by two successive codes. */
export const AWS_IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_sync.html';
