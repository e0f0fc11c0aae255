import { base64, bytesOf, filled, SECRET, SHOP_URI } from './import.fixture.ts';

const FIELDS = { secret: SECRET, algorithm: 'SHA256', digits: 8, period: 60 };

/** Exports that all hold the key of the shop, by format. */
export const PLAIN_EXPORTS: Readonly<Record<string, string>> = {
  'otpauth-list': `# a comment\r\n\r\n${SHOP_URI}\r\n`,
  aegis: JSON.stringify({
    version: 1,
    header: { slots: null, params: null },
    db: {
      version: 3,
      entries: [
        { type: 'totp', name: 'ann', issuer: 'Shop', info: { secret: SECRET, algo: 'SHA256', digits: 8, period: 60 } },
      ],
    },
  }),
  '2fas': JSON.stringify({
    schemaVersion: 4,
    services: [{ name: 'Shop', secret: SECRET, otp: { ...FIELDS, account: 'ann', issuer: 'Shop', tokenType: 'TOTP' } }],
  }),
  'bitwarden-json': JSON.stringify({
    encrypted: false,
    items: [{ type: 1, name: 'Login', login: { username: 'x', totp: SHOP_URI } }],
  }),
  'bitwarden-csv': `folder,favorite,type,name,notes,login_uri,login_username,login_password,login_totp\n,,login,Login,"two\nlines",,x,y,${SHOP_URI}\n`,
  'bitwarden-authenticator-csv': `folder,favorite,type,name,login_uri,login_totp\n,,1,Shop,,${SHOP_URI},Shop,60,8\n`,
  'keepassxc-csv': `"Group","Title","Username","Password","URL","Notes","TOTP"\n"Root","Shop","ann","p","","a ""note""","${SHOP_URI}"\n`,
  'csv-otpauth': `Title,URL,Username,Password,Notes,OTPAuth\nShop,,ann,p,,${SHOP_URI}\n`,
  'proton-authenticator': JSON.stringify({ version: 1, entries: [{ content: { uri: SHOP_URI, name: 'ann' } }] }),
  stratum: JSON.stringify({
    Authenticators: [
      { Type: 2, Issuer: 'Shop', Username: 'ann', Secret: SECRET, Algorithm: 1, Digits: 8, Period: 60, Counter: 0 },
    ],
  }),
  '2fauth': JSON.stringify({
    app: '2fauth_v5',
    schema: 1,
    data: [{ ...FIELDS, otp_type: 'totp', account: 'ann', service: 'Shop', algorithm: 'sha256' }],
  }),
  'freeotp-plus': JSON.stringify({
    tokenOrder: [],
    tokens: [
      {
        type: 'TOTP',
        algo: 'SHA256',
        digits: 8,
        period: 60,
        issuerExt: 'Shop',
        label: 'ann',
        secret: [72, 101, 108, 108, 111, 33, -34, -83, -66, -17],
      },
    ],
  }),
  'lastpass-authenticator': JSON.stringify({
    deviceName: 'x',
    accounts: [{ ...FIELDS, issuerName: 'Shop', userName: 'ann', timeStep: 60 }],
  }),
  raivo: JSON.stringify([
    { ...FIELDS, kind: 'TOTP', issuer: 'Shop', account: 'ann', digits: '8', timer: '60', counter: '0' },
  ]),
  andotp: JSON.stringify([{ ...FIELDS, type: 'TOTP', issuer: 'Shop', label: 'ann', thumbnail: 'Default' }]),
  cotp: JSON.stringify({ version: 2, elements: [{ ...FIELDS, type: 'TOTP', issuer: 'Shop', label: 'ann' }] }),
  'authenticator-extension': JSON.stringify({
    one: { ...FIELDS, dataType: 'OTPStorage', hash: 'one', type: 'totp', issuer: 'Shop', account: 'ann' },
  }),
  'keepass-xml': `<?xml version="1.0"?><KeePassFile><Root><Group><Entry>
    <String><Key>Title</Key><Value>Shop</Value></String><String><Key>UserName</Key><Value>ann</Value></String>
    <String><Key>TimeOtp-Secret-Base64</Key><Value>${base64(bytesOf('Hello!'))}3q2+7w==</Value></String>
    <String><Key>TimeOtp-Algorithm</Key><Value>HMAC-SHA-256</Value></String>
    <String><Key>TimeOtp-Length</Key><Value>8</Value></String><String><Key>TimeOtp-Period</Key><Value>60</Value></String>
    <History><Entry><String><Key>otp</Key><Value>${SHOP_URI.replaceAll('&', '&amp;')}</Value></String></Entry></History>
    </Entry></Group></Root></KeePassFile>`,
};

/** A batch of Google Authenticator's export with the given parameters, in Base64. */
export function migrationUri(
  parameters: readonly Uint8Array[],
  { size = 1, index = 0, id = 9 }: { size?: number; index?: number; id?: number } = {},
): string {
  const message = [...parameters.flatMap((bytes) => field(1, bytes)), 0x18, size, 0x20, index, 0x28, id];
  return `otpauth-migration://offline?data=${encodeURIComponent(base64(Uint8Array.from(message)))}`;
}

/** The parameters of one entry; numbers are those of the format's enums. */
export function migrationParameters({
  secret = filled(10),
  name = 'ann',
  issuer = 'Shop',
  algorithm = 1,
} = {}): Uint8Array {
  const texts = [...field(1, secret), ...field(2, bytesOf(name)), ...field(3, bytesOf(issuer))];
  return Uint8Array.from([...texts, 0x20, algorithm, 0x28, 1, 0x30, 2]);
}

function field(number: number, bytes: Uint8Array): readonly number[] {
  // Two bytes of length, which any varint may have.
  return [number * 8 + 2, 0x80 | (bytes.length & 0x7f), bytes.length >> 7, ...bytes];
}
