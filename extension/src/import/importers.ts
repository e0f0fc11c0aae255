import { aegis } from './aegis.ts';
import { andotp, andotpEncrypted } from './andotp.ts';
import { authenticatorExtension } from './authenticator-extension.ts';
import { bitwardenJson } from './bitwarden-json.ts';
import { cotp } from './cotp.ts';
import { duo } from './duo.ts';
import { ente } from './ente.ts';
import { freeotpPlus } from './freeotp-plus.ts';
import type { Importer } from './importer.ts';
import { keepassXml } from './keepass-xml.ts';
import { lastpassAuthenticator } from './lastpass-authenticator.ts';
import { otpauthList } from './otpauth-list.ts';
import { otpauthMigration } from './otpauth-migration.ts';
import { lifeguardBackup } from './lifeguard-backup.ts';
import { passwordManagerCsv, passwordsCsv } from './password-manager-csv.ts';
import { protonAuthenticator } from './proton-authenticator.ts';
import { raivo } from './raivo.ts';
import { steamMafile } from './steam-mafile.ts';
import { stratum } from './stratum.ts';
import { twoFas } from './two-fas.ts';
import { twoFauth } from './two-fauth.ts';
import { zipArchives } from './zip-archive.ts';

/** The formats that exist: one file each, one line here. The first that recognizes a file reads it. */
export const IMPORTERS: readonly Importer[] = [
  aegis,
  twoFas,
  bitwardenJson,
  ente,
  protonAuthenticator,
  stratum,
  twoFauth,
  freeotpPlus,
  lastpassAuthenticator,
  raivo,
  duo,
  andotp,
  cotp,
  authenticatorExtension,
  steamMafile,
  keepassXml,
  ...passwordManagerCsv,
  passwordsCsv,
  ...zipArchives,
  lifeguardBackup,
  otpauthMigration,
  otpauthList,
  andotpEncrypted,
];
