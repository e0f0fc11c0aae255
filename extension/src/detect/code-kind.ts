import type { FieldWords } from './code-field.rules.ts';

/** Where the code that a field asks for comes from. */
export type CodeKind = 'totp' | 'sms' | 'email' | 'recovery';

interface KindRule {
  readonly kind: CodeKind;
  readonly pattern: RegExp;
}

// The field's own words outrank those around it; in each list the first match decides.
const OWN: readonly KindRule[] = [
  { kind: 'recovery', pattern: /\b(?:recovery|backup|back-up)\b/ },
  { kind: 'sms', pattern: /\b(?:sms|text message|phone|mobile)\b/ },
  { kind: 'email', pattern: /\be-?mail\b/ },
  { kind: 'totp', pattern: /\b(?:totp|authenticator|authentication app)\b/ },
];
const AROUND: readonly KindRule[] = [
  { kind: 'recovery', pattern: /recovery (?:authentication )?code|backup code/ },
  { kind: 'totp', pattern: /authenticator|authentication app/ },
  // A masked phone number: +*******1234
  {
    kind: 'sms',
    pattern: /\bsms\b|text message|\b(?:sent|check)\b.{0,40} (?:phone|mobile)|[*•·x]{3,}[\s-]?\d{2,4}\b/,
  },
  // A masked address (a***@example.com), or mail together with sending: sign-in pages name addresses for other reasons.
  { kind: 'email', pattern: /\be-?mailed\b|\bsent\b.{0,60}\be-?mail|\be-?mail.{0,60}\bsent\b|\S\*+\S*@/ },
];

/** A field is taken for an authenticator app's when nothing says otherwise. */
export function codeKind(words: FieldWords, factor: string): CodeKind {
  if (factor === 'SMS_MFA') return 'sms';
  if (factor === 'SOFTWARE_TOKEN_MFA') return 'totp';
  return firstMatch(OWN, `${words.own}${words.label}`) ?? firstMatch(AROUND, words.context) ?? 'totp';
}

function firstMatch(rules: readonly KindRule[], text: string): CodeKind | undefined {
  return rules.find(({ pattern }) => pattern.test(text))?.kind;
}
