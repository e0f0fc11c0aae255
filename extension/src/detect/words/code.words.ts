import {
  AWS_IAM,
  BITWARDEN_ISSUES,
  CLERK,
  DJANGO_TWO_FACTOR,
  DUCKDUCKGO,
  KEYCLOAK,
  LIFEGUARD,
  WHATWG,
} from './sources.ts';
import type { WordList } from './word-list.ts';

/** What labels and texts call a code. */
export const CODE_WORDS: readonly WordList[] = [
  {
    meaning: 'one-time-code',
    language: 'mul',
    source: WHATWG,
    words: 'otp|totp|otp code|totp code|2fa|2fa code|2fa token|mfa|mfa code|mfa token|tfa|tfa code|otc|one time code',
  },
  {
    meaning: 'one-time-code',
    language: 'en',
    source: KEYCLOAK,
    words:
      'one time code|one time password|one time passcode|one time pin|one time token|authenticator code|authenticator token|two factor code|two factor token|two factor authentication code|two step verification code|2 step verification code|multi factor code|multi factor authentication code|second factor code|time based code|time based token|time based one time password|time dependent token|dynamic code|dynamic password|one time verification code|code generator code',
  },
  {
    meaning: 'one-time-code',
    language: 'de',
    source: KEYCLOAK,
    words:
      'einmalcode*|einmal code*|einmalpasswort|einmal passwort|einmalkennwort|einmal kennwort|einmal pin|zwei faktor code|zweifaktor code|2 faktor code|authenticator code*|zeitbasiert* code|2 stufen code|bestatigungscode der authenticator app|authentifikator code',
  },
  {
    meaning: 'one-time-code',
    language: 'fr',
    source: KEYCLOAK,
    words:
      'code a usage unique|mot de passe a usage unique|code unique|code de double authentification|code d authentification a deux facteurs|code a deux facteurs|code temporaire|mot de passe unique',
  },
  {
    meaning: 'one-time-code',
    language: 'es',
    source: KEYCLOAK,
    words:
      'codigo de un solo uso|contrasena de un solo uso|clave de un solo uso|codigo de un uso|codigo temporal|codigo de dos pasos|codigo de doble factor|codigo de dos factores|clave dinamica',
  },
  {
    meaning: 'one-time-code',
    language: 'pt',
    source: KEYCLOAK,
    words:
      'codigo de uso unico|senha de uso unico|palavra passe de uso unico|codigo unico|codigo de dois fatores|codigo de dois passos|codigo temporario|senha temporaria|codigo do autenticador',
  },
  {
    meaning: 'one-time-code',
    language: 'it',
    source: KEYCLOAK,
    words: 'codice monouso|password monouso|codice usa e getta|codice a due fattori|codice temporaneo|codice otp',
  },
  {
    meaning: 'one-time-code',
    language: 'nl',
    source: KEYCLOAK,
    words: 'eenmalige code|eenmalig wachtwoord|eenmalige toegangscode|tweestapscode|twee factor code|authenticatorcode',
  },
  {
    meaning: 'one-time-code',
    language: 'sv',
    source: DUCKDUCKGO,
    words: 'engangskod*|engangslosenord|tvafaktorskod|engangskode*|engangspassord|engangskodeord|tofaktorkode',
  },
  {
    meaning: 'one-time-code',
    language: 'fi',
    source: KEYCLOAK,
    words: 'kertaluontoinen koodi|kertakayttokoodi*|kertakayttoinen koodi',
  },
  {
    meaning: 'one-time-code',
    language: 'pl',
    source: KEYCLOAK,
    words:
      'kod jednorazowy|haslo jednorazowe|jednorazowy kod|jednorazowe haslo|kod dwuskladnikowy|kod uwierzytelniajacy|kod z aplikacji',
  },
  {
    meaning: 'one-time-code',
    language: 'cs',
    source: KEYCLOAK,
    words: 'jednorazovy kod|jednorazove heslo|jednorazovy kod|dvoufaktorovy kod|dvojfaktorovy kod',
  },
  {
    meaning: 'one-time-code',
    language: 'hu',
    source: KEYCLOAK,
    words: 'egyszer hasznalatos kod|egyszeri kod|egyszeri jelszo|hitelesito kod*',
  },
  {
    meaning: 'one-time-code',
    language: 'ro',
    source: KEYCLOAK,
    words: 'cod unic|cod de unica folosinta|parola unica|cod de autentificare',
  },
  {
    meaning: 'one-time-code',
    language: 'ru',
    source: KEYCLOAK,
    words:
      'одноразов* код*|одноразов* парол*|код аутентификатора|код двухфакторн*|временн* код*|код из приложени*|код двухэтапн*',
  },
  {
    meaning: 'one-time-code',
    language: 'uk',
    source: KEYCLOAK,
    words:
      'одноразов* код*|одноразов* парол*|код автентифікатора|код аутентифікатора|код двофакторн*|код із застосунку|код з застосунку|код із додатка',
  },
  {
    meaning: 'one-time-code',
    language: 'el',
    source: KEYCLOAK,
    words:
      'κωδικος μιας χρησης|κωδικο μιας χρησης|κωδικος μιας φορας|κωδικος μοναδικης χρησης|κωδικος εφαρμογης ταυτοποιησης',
  },
  {
    meaning: 'one-time-code',
    language: 'tr',
    source: KEYCLOAK,
    words:
      'tek kullanimlik kod*|tek kullanimlik sifre*|tek kullanimlik parola*|tek seferlik kod*|tek seferlik sifre*|iki adimli dogrulama kodu*|iki faktorlu kod*',
  },
  {
    meaning: 'one-time-code',
    language: 'he',
    source: KEYCLOAK,
    words: 'קוד חד פעמי|סיסמה חד פעמית|סיסמא חד פעמית|קוד אימות דו שלבי|קוד דו שלבי|קוד מאפליקציית',
  },
  {
    meaning: 'one-time-code',
    language: 'ar',
    source: KEYCLOAK,
    words:
      'رمز لمرة واحدة|الرمز لمرة واحدة|كلمة مرور لمرة واحدة|كلمة المرور لمرة واحدة|كلمة سر لمرة واحدة|رمز المصادقة الثنائية|رمز المصادقة|رمز احادي الاستخدام|الرمز المؤقت|رمز مؤقت',
  },
  {
    meaning: 'one-time-code',
    language: 'fa',
    source: KEYCLOAK,
    words: 'رمز یکبار مصرف|رمز یک بار مصرف|کد یکبار مصرف|کد یک بار مصرف|رمز پویا|کد احراز هویت',
  },
  {
    meaning: 'one-time-code',
    language: 'zh',
    source: KEYCLOAK,
    words:
      '一次性密码|一次性密碼|一次性代码|一次性代碼|一次性验证码|一次性驗證碼|动态密码|動態密碼|动态口令|動態口令|动态码|動態碼|动态验证码|動態驗證碼|两步验证码|兩步驟驗證碼|双重验证码|雙重驗證碼|二次验证码|谷歌验证码|令牌码|单次密码|單次密碼',
  },
  {
    meaning: 'one-time-code',
    language: 'ja',
    source: KEYCLOAK,
    words:
      'ワンタイムコード|ワンタイムパスワード|使い捨てコード|オーセンティケーターコード|二段階認証コード|2段階認証コード|二要素認証コード|認証システムコード|トークンコード',
  },
  {
    meaning: 'one-time-code',
    language: 'ko',
    source: KEYCLOAK,
    words: '일회용 코드|일회용 비밀번호|일회용 암호|일회용 번호|인증기 코드|2단계 인증 코드|이중 인증 코드|일회성 코드',
  },
  {
    meaning: 'one-time-code',
    language: 'vi',
    source: KEYCLOAK,
    words: 'ma dung mot lan|mat khau dung mot lan|mat khau mot lan|ma mot lan|ma xac thuc hai yeu to|ma 2 lop',
  },
  { meaning: 'one-time-code', language: 'th', source: KEYCLOAK, words: 'รหัสใช้ครั้งเดียว|รหัสผ่านครั้งเดียว|รหัสแบบใช้ครั้งเดียว' },
  {
    meaning: 'one-time-code',
    language: 'id',
    source: KEYCLOAK,
    words: 'kode sekali pakai|kata sandi sekali pakai|kode satu kali',
  },

  {
    meaning: 'code-phrase',
    language: 'en',
    source: CLERK,
    words:
      'verification code|verification codes|security code|confirmation code|authentication code|authentication token|authorization code|validation code|login code|log in code|sign in code|access code|auth code|app code|approval code|security token|verification number|authentication number|verify code|verification pin|security pin|challenge code|identity code|unlock code|code from your app|code from the app|verification token|login token',
  },
  {
    meaning: 'code-phrase',
    language: 'de',
    source: KEYCLOAK,
    words:
      'bestatigungscode*|verifizierungscode*|verifikationscode*|sicherheitscode*|authentifizierungscode*|authentisierungscode*|prufcode*|anmeldecode*|zugangscode*|freischaltcode*|app code|code aus der app',
  },
  {
    meaning: 'code-phrase',
    language: 'fr',
    source: KEYCLOAK,
    words:
      'code de verification|code de securite|code de confirmation|code d authentification|code de validation|code d acces|code de connexion|code secret|saisir le code|saisissez le code|entrez le code|renseignez le code',
  },
  {
    meaning: 'code-phrase',
    language: 'es',
    source: KEYCLOAK,
    words:
      'codigo de verificacion|codigo de seguridad|codigo de confirmacion|codigo de autenticacion|codigo de acceso|codigo de validacion|codigo de la aplicacion|clave de verificacion',
  },
  {
    meaning: 'code-phrase',
    language: 'pt',
    source: KEYCLOAK,
    words:
      'codigo de verificacao|codigo de seguranca|codigo de confirmacao|codigo de autenticacao|codigo de acesso|codigo de validacao|codigo da aplicacao|codigo do aplicativo',
  },
  {
    meaning: 'code-phrase',
    language: 'it',
    source: KEYCLOAK,
    words:
      'codice di verifica|codice di sicurezza|codice di conferma|codice di autenticazione|codice di accesso|codice dell app|codice dell applicazione',
  },
  {
    meaning: 'code-phrase',
    language: 'nl',
    source: KEYCLOAK,
    words:
      'verificatiecode*|bevestigingscode*|beveiligingscode*|authenticatiecode*|toegangscode*|controlecode*|inlogcode*',
  },
  {
    meaning: 'code-phrase',
    language: 'sv',
    source: KEYCLOAK,
    words:
      'verifieringskod*|sakerhetskod*|bekraftelsekod*|autentiseringskod*|verifikationskode*|bekræftelseskode*|godkendelseskode*|sikkerhedskode*|bekreftelseskode*|verifiseringskode*|sikkerhetskode*|autentiseringskode*|autentificeringskode*',
  },
  {
    meaning: 'code-phrase',
    language: 'fi',
    source: KEYCLOAK,
    words: 'vahvistuskoodi*|todennuskoodi*|turvakoodi*|varmennuskoodi*',
  },
  {
    meaning: 'code-phrase',
    language: 'pl',
    source: KEYCLOAK,
    words:
      'kod weryfikacyjny|kodu weryfikacyjnego|kod bezpieczenstwa|kod potwierdzajacy|kod uwierzytelnienia|kod uwierzytelniania|kod autoryzacyjny|kod dostepu',
  },
  {
    meaning: 'code-phrase',
    language: 'cs',
    source: KEYCLOAK,
    words:
      'overovaci kod|overovaciho kodu|bezpecnostni kod|potvrzovaci kod|autentizacni kod|kod overovatele|overovaci kod|bezpecnostny kod',
  },
  { meaning: 'code-phrase', language: 'hu', source: KEYCLOAK, words: 'ellenorzo kod*|megerosito kod*|biztonsagi kod*' },
  {
    meaning: 'code-phrase',
    language: 'ro',
    source: KEYCLOAK,
    words: 'cod de verificare|codul de verificare|cod de securitate|cod de confirmare',
  },
  {
    meaning: 'code-phrase',
    language: 'ru',
    source: KEYCLOAK,
    words:
      'проверочн* код*|код* подтверждения|код* проверки|код* безопасности|код* аутентификации|код* доступа|код* авторизации|код* верификации',
  },
  {
    meaning: 'code-phrase',
    language: 'uk',
    source: KEYCLOAK,
    words:
      'код* підтвердження|код* перевірки|код* безпеки|код* автентифікації|верифікаційн* код*|перевірочн* код*|код* доступу',
  },
  {
    meaning: 'code-phrase',
    language: 'el',
    source: CLERK,
    words: 'κωδικ* επαληθευσης|κωδικ* επιβεβαιωσης|κωδικ* ασφαλειας|κωδικ* ταυτοποιησης|κωδικ* αυθεντικοποιησης',
  },
  {
    meaning: 'code-phrase',
    language: 'tr',
    source: KEYCLOAK,
    words: 'dogrulama kodu*|guvenlik kodu*|onay kodu*|kimlik dogrulama kodu*|giris kodu*|uygulama kodu*',
  },
  {
    meaning: 'code-phrase',
    language: 'he',
    source: CLERK,
    words: 'קוד אימות|קוד האימות|קוד אבטחה|קוד האבטחה|קוד אישור|קוד זיהוי|קוד כניסה',
  },
  {
    meaning: 'code-phrase',
    language: 'ar',
    source: KEYCLOAK,
    words: 'رمز التحقق|رمز تحقق|رمز الامان|رمز التاكيد|رمز تاكيد|كود التحقق|رمز الدخول|رمز الحماية|رمز التفويض',
  },
  { meaning: 'code-phrase', language: 'fa', source: KEYCLOAK, words: 'کد تایید|کد تأیید|کد امنیتی|رمز تایید' },
  {
    meaning: 'code-phrase',
    language: 'zh',
    source: KEYCLOAK,
    words:
      '验证码|驗證碼|校验码|校驗碼|认证码|認證碼|安全码|安全碼|确认码|確認碼|验证代码|驗證代碼|身份验证代码|驗證代號',
  },
  {
    meaning: 'code-phrase',
    language: 'ja',
    source: KEYCLOAK,
    words: '確認コード|認証コード|検証コード|セキュリティコード|認証番号|確認番号|承認コード',
  },
  {
    meaning: 'code-phrase',
    language: 'ko',
    source: CLERK,
    words: '인증 코드|인증 번호|확인 코드|보안 코드|확인 번호|인증 숫자',
  },
  { meaning: 'code-phrase', language: 'vi', source: CLERK, words: 'ma xac minh|ma xac nhan|ma xac thuc|ma bao mat' },
  { meaning: 'code-phrase', language: 'th', source: KEYCLOAK, words: 'รหัสยืนยัน|รหัสความปลอดภัย' },
  {
    meaning: 'code-phrase',
    language: 'id',
    source: KEYCLOAK,
    words: 'kode verifikasi|kode keamanan|kode konfirmasi|kode otentikasi',
  },

  {
    meaning: 'code',
    language: 'mul',
    source: DJANGO_TWO_FACTOR,
    words:
      'code|codes|token|passcode|codigo|codice|kod|kodu|kode|koden|koodi|kodi|cod|codul|код|коду|кода|кодом|κωδικος|κωδικο|κωδικου|קוד|رمز|الرمز|كود|کد|代码|代碼|コード|코드|ma so|รหัส|코드를|токен',
  },

  {
    meaning: 'digit-count',
    language: 'mul',
    source: LIFEGUARD,
    words:
      '6 digit*|six digit*|8 digit*|eight digit*|7 digit*|6 figure|6 number*|six number*|6 stellig*|sechsstellig*|8 stellig*|6 chiffres|six chiffres|6 digitos|seis digitos|6 cifras|6 cifre|sei cifre|6 cijfer*|zescijferig*|zes cijfers|6 siffr*|sexsiffrig*|6 siffer|6 cifre*|sekscifre*|6 numero*|kuusinumeroi*|6 cyfr*|szesciocyfrow*|6 mistny|sestimistny|6 cifer|6 szamjegy*|6 значн*|шестизначн*|6 цифр|6 ти значн*|шести цифр*|6 знач*|шестизначн*|6 ψηφι*|εξαψηφι*|6 haneli|alti haneli|6 basamakli|6 ספרות|שש ספרות|6 ارقام|ستة ارقام|٦ ارقام|6 رقم*|6 位|六位|6 個數字|6 个数字|6 數字|6 桁|六桁|6 자리|여섯 자리|6 chu so|6 so|sau chu so|6 หลัก|6 angka|6 digitowy',
  },

  {
    meaning: 'successive',
    language: 'mul',
    source: AWS_IAM,
    words:
      'consecutive|successive|next code|next mfa code|second mfa code|second code|second otp|next otp|in a row|aufeinanderfolgende*|nachster code|zweiter code|consecutifs|code suivant|consecutivos|siguiente codigo|proximo codigo|consecutivi|codice successivo|opeenvolgende|volgende code|последовательн*|следующ* код|连续|下一个验证码|連続する|次のコード|연속|다음 코드',
  },
  {
    meaning: 'second-factor',
    language: 'en',
    source: CLERK,
    words:
      'two factor*|2 factor*|2fa|mfa|tfa|two step*|2 step*|multi factor*|second factor|second step|strong authentication|step up authentication|additional verification|confirm it s you|verify it s you|verify your identity|verify your sign in',
  },
  {
    meaning: 'second-factor',
    language: 'mul',
    source: CLERK,
    words:
      'zwei faktor*|zweifaktor*|zwei stufen*|zweistufig*|2 faktor*|mehr faktor*|mehrfach authentifizierung|mehrfachauthentifizierung|zweiter faktor|double authentification|deux facteurs|deux etapes|double facteur|multifacteur*|dos pasos|dos factores|doble factor|doble autenticacion|segundo factor|dois fatores|dois factores|duas etapas|dois passos|segundo fator|due fattori|due passaggi|doppia autenticazione|secondo fattore|tweestaps*|twee factor*|tweefactor*|tweetraps*|tvafaktor*|tvastegs*|tofaktor*|totrins*|to trinns|kaksivaihei*|dwuskladnikow*|dwuetapow*|dwustopniow*|dvoufazov*|dvoufaktorov*|dvojfaktorov*|ketfaktoros*|ket lepeses|doi factori|doi pasi|двухфакторн*|двухэтапн*|двофакторн*|двоетапн*|δυο παραγοντων|δυο βηματων|διπλη ταυτοποιηση|iki adimli|iki asamali|iki faktorlu|cift faktorlu|דו שלבי|דו גורמי|שני שלבים|ثنائي*|المصادقة الثنائية|بخطوتين|خطوتين|عاملين|دو مرحله|دو عاملی|两步验证|兩步驟驗證|兩步驗證|双因素|雙因素|双重认证|雙重認證|双重验证|雙重驗證|二次验证|两步|二段階認証|2段階認証|二要素認証|2要素認証|多要素認証|2단계 인증|이중 인증|2차 인증|다단계 인증|hai yeu to|hai buoc|2 buoc|hai lop|2 lop|สองขั้นตอน|dua langkah|dua faktor',
  },
];

/** What developers call a code in names, ids and class names. */
export const CODE_NAMES: readonly WordList[] = [
  {
    meaning: 'one-time-code',
    language: 'mul',
    source: BITWARDEN_ISSUES,
    words:
      'otp*|*otp|totp*|*totp|otpcode|otc|*otc|2fa*|*2fa|mfa*|*mfa|tfa|tfa code|two factor*|2 factor*|twofactor*|second factor*|one time*|onetime*|authenticator*|google auth|ga code|gauth*|google code|factor code|sixdigit*|otpinput|approvals code|one code',
  },
  {
    meaning: 'code-phrase',
    language: 'mul',
    source: BITWARDEN_ISSUES,
    words:
      'verification code|verify code|verificationcode*|verifycode|security code|securitycode*|auth code|authcode|authentication code|login code|access code|confirmation code|confirm code|confirmationcode|pass code|passcode*|challenge code|code verification|validation code|code input|pincode input|vcode|verification pin|verification token|auth token input|authorization code',
  },
  {
    meaning: 'code',
    language: 'mul',
    source: BITWARDEN_ISSUES,
    words: 'code*|*code|token*|pin|pincode|pin code|challenge|cod|codigo|kod|codice|key|digit*|factor',
  },
  { meaning: 'successive', language: 'mul', source: AWS_IAM, words: 'next*|second mfa*|second otp|second code' },
];
