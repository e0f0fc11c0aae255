import { BITWARDEN_ISSUES, CHROMIUM, KEEPASSXC_ISSUES, KEYCLOAK, RFC_8628 } from './sources.ts';
import type { WordList } from './word-list.ts';

/** What a field may ask for that is no one-time code, in labels and in names. */
export const OTHER_WORDS: readonly WordList[] = [
  {
    meaning: 'card',
    language: 'mul',
    source: CHROMIUM,
    words:
      'card number|card no|card security code|card verification*|card code|card identification|security code on your card|credit card*|debit card*|creditcard*|cc number|cc csc|cc num|cc exp*|cardnumber*|cardsecuritycode*|cardcode*|ccnumber*|cvc*|*cvc|cvv*|*cvv|csc|cvn*|cvd|ccv|cid|card id|card pin|card|kreditkart*|kartennummer|kartenprufnummer|prufnummer|prufziffer|karten pruf*|cryptogramme*|numero de carte|carte bancaire|numero de tarjeta|tarjeta*|cartao|numero do cartao|carta di credito|numero carta|kaartnummer|kortnummer|kontrollsiffr*|numer karty|cislo karty|номер карты|карты|номер картки|αριθμος καρτας|kart numarasi|kart no|guvenlik numarasi|כרטיס אשראי|מספר כרטיס|רقم البطاقة|信用卡*|卡号|卡號|カード番号|クレジットカード|카드 번호|카드번호|so the|numero de securite|expiry date|expiration*|exp date|exp month|exp year|expmonth|expyear|valid thru|ablaufdatum|gultig bis|scadenza|validade|caducidad|срок действия|有効期限|有效期|secure code card|secode',
  },
  {
    meaning: 'captcha',
    language: 'mul',
    source: BITWARDEN_ISSUES,
    words:
      'captcha*|*captcha|recaptcha*|hcaptcha*|turnstile|visual verification*|image code|picture code|characters in the image|characters you see|characters shown|characters above|letters in the image|letters you see|letters shown|letters and numbers you see|text in the image|code in the image|code from the image|code from the picture|code shown in the image|code shown above|code above|numbers in the image|number in the picture|text shown|text from the image|word verification|human verification|not a robot|anti spam|antispam|spam protection|security image|security question|sum of|what is the result|imgcode|img code|checkcode|check code|vericode|randcode|rand code|validatecode|seccode|yzm|verify img|sicherheitsfrage|zeichen aus dem bild|zeichen im bild|code im bild|bildcode|spamschutz|code de l image|caracteres de l image|texte de l image|recopiez|recopier|codigo de la imagen|caracteres de la imagen|texto de la imagen|codigo da imagem|caracteres da imagem|texto da imagem|codice dell immagine|caratteri dell immagine|afbeelding|tecken i bilden|znaki z obrazka|kod z obrazka|opiste kod|код с картинки|символы с картинки|текст с картинки|с картинки|картинк*|код із зображення|символи|εικονα|resimdeki|guvenlik resmi|הקוד שבתמונה|התווים שבתמונה|בתמונה|الصورة|图形验证码|圖形驗證碼|图片验证码|圖片驗證碼|图中|圖中|看不清|换一张|換一張|驗證圖|画像認証|画像に表示|画像の文字|表示された文字|자동 입력 방지|자동입력 방지|보안문자|보안 문자|이미지|nhap ky tu trong hinh|ma trong hinh|hinh anh',
  },
  {
    meaning: 'postcode',
    language: 'mul',
    source: CHROMIUM,
    words:
      'zip|zip code*|zipcode*|postal*|post code*|postcode*|pincode area|plz|postleitzahl*|code postal|codigo postal|codice postale|codice di avviamento|postnummer|postnr|postinumero|kod pocztowy|psc|iranyitoszam|cod postal|почтов* индекс|индекс|поштов* індекс|ταχυδρομικ* κωδικ*|τ κ|posta kodu|מיקוד|الرمز البريدي|رمز بريدي|کد پستی|邮编|郵編|邮政编码|郵遞區號|郵便番号|우편 번호|우편번호|ma buu dien|ma buu chinh|รหัสไปรษณีย์|kode pos|postalcode*|postcodes',
  },
  {
    meaning: 'coupon',
    language: 'mul',
    source: CHROMIUM,
    words:
      'coupon*|promo*|promotion*|promotional*|voucher*|discount*|gift card*|gift*|giftcard*|redeem*|referral*|refer code|referrer|referred by|invit*|offer code|campaign code|reward*|loyalty*|bonus*|affiliate*|sponsor*|partner code|gutschein*|rabatt*|aktionscode*|werbecode|geschenkkarte*|einladung*|empfehlung*|code promo|code promotionnel|bon de reduction|code cadeau|carte cadeau|parrain*|code de parrainage|cupon*|codigo promocional|codigo de descuento|descuento*|tarjeta regalo|cupom|codigo de desconto|vale presente|convite|codice sconto|codice promozionale|buono*|kortingscode|kortings*|cadeaubon|actiecode|uitnodig*|rabattkod|presentkort|kampanjkod|kod rabatowy|kod promocyjny|kupon*|slevovy|darkovy|промокод*|промо код|купон*|сертификат*|подарочн*|приглашен*|знижк*|κουπονι*|εκπτωτικ*|indirim*|hediye*|davet*|קופון|קוד הטבה|הנחה|הזמנה|قسيمة|خصم|كود الخصم|دعوة|کد تخفیف|优惠*|優惠*|折扣|推荐码|推薦碼|邀请码|邀請碼|兑换码|兌換碼|礼品卡|クーポン*|プロモーション*|招待コード|紹介コード|ギフト*|쿠폰*|추천 코드|추천인|초대 코드|할인 코드|프로모션|ma giam gia|ma gioi thieu|khuyen mai|โค้ดส่วนลด|kode promo|kode referral|tip amount',
  },
  {
    meaning: 'phone-number',
    language: 'mul',
    source: CHROMIUM,
    words:
      'phone number*|phonenumber*|telephone number|mobile number*|cell number|cell phone number|mobile phone number|mobilenumber*|phone no|contact number|phone|mobile|mobile phone|cell phone|telephone|tel|tel number|telefonnummer*|handynummer*|mobilnummer*|rufnummer*|numero de telephone|numero de telefono|telefono|numero de movil|numero de telefone|telefone|celular|numero di telefono|numero di cellulare|telefoonnummer*|mobiel nummer|puhelinnumero*|numer telefonu|nr telefonu|telefonni cislo|telefonszam|numar de telefon|номер телефона|номер мобильного|телефон|номер телефону|αριθμος τηλεφωνου|τηλεφωνο|telefon numarasi|telefon|cep telefonu|מספר טלפון|מספר נייד|טלפון נייד|رقم الهاتف|رقم الجوال|رقم الموبايل|شماره تلفن|شماره موبایل|手机号*|手機號*|手机号码|手機號碼|电话号码|電話號碼|電話番号|携帯電話番号|전화번호|전화 번호|휴대폰 번호|휴대전화 번호|so dien thoai|หมายเลขโทรศัพท์|nomor telepon|nomor hp',
  },
  {
    meaning: 'country',
    language: 'mul',
    source: CHROMIUM,
    words:
      'country*|country code*|dial code|dialcode*|dialing code|calling code|area code|areacode*|region*|nation*|landesvorwahl|vorwahl|landerkennung|indicatif*|prefijo*|prefisso*|landcode*|landskod|kod kraju|код страны|код країни|ulke kodu|קידומת|رمز البلد|رمز الدولة|国家代码|区号|區號|国番号|市外局番|국가 코드|국가번호|ma quoc gia|currency code|language code|time zone',
  },
  {
    meaning: 'search',
    language: 'mul',
    source: CHROMIUM,
    words:
      'search*|*search|query|keyword*|filter*|find anything|suche*|suchbegriff|recherch*|busca*|buscar|pesquis*|ricerca|zoek*|haku|szukaj|hledat|kereses|cauta|поиск|искать|пошук|αναζητηση|arama|חיפוש|بحث|جستجو|搜索|搜尋|検索|검색|tim kiem|ค้นหา',
  },
  {
    meaning: 'secret',
    language: 'mul',
    source: BITWARDEN_ISSUES,
    words:
      'access token*|accesstoken*|personal access token*|api key*|apikey*|api token*|api secret*|secret key*|setup key*|set up key|authenticator key|authentication key|otp secret key|totp secret|totp key|shared secret|seed|seed phrase|private key|client secret|client id|refresh token*|refreshtoken*|bearer token|csrf*|license key|licence key|product key|serial key|encryption key|public key|ssh key|webhook*|geheimschlussel|geheimer schlussel|cle secrete|clave secreta|chave secreta|chiave segreta|секретный ключ|密钥|密鑰|シークレットキー|비밀 키|token input|tokenfield*|token field|ttl|secret|einrichtungsschlussel|cle de configuration|clave de configuracion|chave de configuracao|chiave di configurazione|ключ настройки|מפתח סודי|מפתח הגדרה|المفتاح السري|مفتاح الاعداد|设置密钥|設定金鑰|セットアップキー|設定キー|설정 키',
  },
  {
    meaning: 'reference',
    language: 'mul',
    source: KEEPASSXC_ISSUES,
    words:
      'tracking*|shipment*|parcel*|package number|booking*|reservation*|confirmation number|reference*|ref no|ref number|order number|order no|order id|order code|invoice*|ticket*|flight*|passenger*|pnr|case number|case id|policy number|contract number|member number|membership*|member id|member code|member no|customer number|customer no|customer id|customer code|client number|client code|client id|account number|account no|account code|user code|employee*|staff id|student*|badge*|company code|organi?ation code|organization code|organisation code|workspace*|tenant*|merchant*|store code|store number|shop code|branch*|department*|activation code|activation key|registration code|registration number|enrollment code|serial*|license*|licence*|model number|part number|barcode*|bar code|plate*|sendungsnummer|buchung*|buchungscode|buchungsnummer|bestellnummer|auftragsnummer|rechnungsnummer|kundennummer*|kundencode|mitglied*|vertragsnummer|referenz*|aktenzeichen|seriennummer|artikelnummer|numero de suivi|numero de commande|numero de client|code client|identifiant client|reference client|numero de dossier|numero de pedido|numero de cliente|codigo de cliente|localizador|codigo de reserva|numero de seguimiento|numero do pedido|codigo do cliente|codice cliente|codice utente|codice fiscale|codice prenotazione|numero ordine|klantnummer|bestelnummer|boekingsnummer|kundnummer|medlemsnummer|ordernummer|numer klienta|numer zamowienia|rodne cislo|номер заказа|номер договора|лицевой счет|инн|снилс|номер заявки|трек номер|siparis numarasi|musteri numarasi|takip numarasi|rezervasyon*|tc kimlik*|מספר הזמנה|מספר לקוח|תעודת זהות|رقم الطلب|رقم العميل|رقم الحجز|رقم الهوية|订单号|訂單編號|运单号|快递单号|会员号|會員編號|身份证*|身分證*|工号|学号|注文番号|予約番号|会員番号|お客様番号|お問い合わせ番号|社員番号|주문 번호|주문번호|예약 번호|예약번호|회원 번호|고객 번호|운송장 번호|ma don hang|ma dat cho|ma khach hang|ma van don|agent code|caller id|social security|tax id|tax number|steuernummer|cpf|cnpj|visual code|hex|colour code|color code|colour|color|qr code|source code|error code|http code|airport code|isbn',
  },
  {
    meaning: 'elsewhere',
    language: 'mul',
    source: RFC_8628,
    words:
      'on your tv|on the tv|your tv|television|tv screen|tv code|smart tv|on your device|device code|user code|pairing code|pair code|pairing|link code|link your device|connect your device|activate your device|activate device|device activation|class code|classroom code|course code|join code|group code|game code|game pin|room code|room|meeting*|webinar|conference*|passcode for the meeting|meeting passcode|host key|certificate*|certification|diploma|document*|printed on|on the letter|in the letter|on the label|on the box|on the back|scratch*|on your receipt|receipt|poll code|event code|survey code|quiz code|access code for the event|locker|door code|gate code|kiosk|set top box|lieferavis|klassencode|kurscode|auf dem fernseher|auf ihrem fernseher|fernseher|zertifikat*|dokument*|urkunde|code de classe|televiseur|tele|certificat*|reunion*|code de reunion|televisor|certificado*|reuniao|televisao|codice classe|televisore|riunione|certificato|vergadering|tv kode|spotkani*|telewizor*|сертификат*|документ*|телевизор*|конференци*|класс*|televizyon|toplanti|sertifika|belge|טלוויזיה|פגישה|תעודה|مستند|التلفزيون|اجتماع|شهادة|电视|電視|会议|會議|证书|證書|课程|テレビ|ミーティング|会議|証明書|クラスコード|회의|인증서|수업 코드|tivi|cuoc hop|chung chi',
  },
  {
    meaning: 'bank',
    language: 'mul',
    source: CHROMIUM,
    words:
      'iban|bic|swift|sort code|routing number|routing*|account number|bank code|blz|bankleitzahl|kontonummer*|konto nr|ifsc|bsb|clabe|branch number|branch code|filialnummer|filiale|unterkonto|numero de compte|numero de cuenta|numero da conta|agencia|conto corrente|rekeningnummer|numer konta|номер счета|бик|hesap numarasi|חשבון בנק|رقم الحساب|银行账号|口座番号|支店番号|계좌 번호|계좌번호|so tai khoan|micro deposit*|deposit amount|memorable*|memorable word',
  },
  {
    meaning: 'pin',
    language: 'mul',
    source: KEEPASSXC_ISSUES,
    words:
      'pin|puk|atm pin|sim pin|pin number|account pin|profile pin|parental*|parental pin|your pin|current pin|new pin|old pin|confirm pin|pin code|pincode|geheimzahl|persoonlijke code|pin kod|pin код|пин код|пин|пін|рин|nip|pin kodu|קוד סודי|الرقم السري|رمز الدخول السري|暗証番号|비밀번호 4자리|ma pin|ecp|telepin*|phone pin|web pin',
  },
  {
    meaning: 'setting',
    language: 'en',
    source: KEEPASSXC_ISSUES,
    words:
      'status|timeout|time out|lifetime|life time|lifespan|life span|duration|validity|expiry|interval|issuer|max attempts|otp length|code length|number of digits|template|retention|per page|rows per page|prefix|suffix',
  },
  {
    meaning: 'date',
    language: 'mul',
    source: CHROMIUM,
    words:
      'birth*|birthday*|birthdate*|date of birth|dateofbirth*|dob|day|month|year|mm|dd|yy|yyyy|mm yy|date|hour|minute|geburt*|geburtsdatum|tag|monat|jahr|naissance|jour|mois|annee|nacimiento|fecha*|mes|nascimento|data de|data|nascita|giorno|mese|geboorte*|datum|fodelse*|syntyma*|urodzenia|narozeni|дата*|день|месяц|год|рождени*|народження|γεννηση*|dogum*|תאריך*|לידה|تاريخ|الميلاد|تولد|生日|出生*|生年月日|誕生日|生年|생년월일|생일|ngay sinh',
  },
  {
    meaning: 'quantity',
    language: 'mul',
    source: CHROMIUM,
    words:
      'quantity|qty|amount|price|total|size|width|height|weight|length|age|count|number of|page size|per page|page|rows|menge|anzahl|betrag|quantite|montant|cantidad|importe|quantidade|valor|quantita|importo|aantal|bedrag|antal|ilosc|kwota|количеств*|сумма|adet|tutar|כמות|סכום|كمية|المبلغ|数量|金额|金額|수량|금액|so luong|rating|score|zoom|port|latitude|longitude|income|salary|rent',
  },
  {
    meaning: 'password',
    language: 'mul',
    source: KEYCLOAK,
    words:
      'password*|*password|passwd|pass phrase|passphrase|pwd|passwort*|kennwort*|mot de passe|contrasena*|clave|senha|palavra passe|parola*|wachtwoord*|losenord*|adgangskode|passord|salasana*|haslo*|heslo*|jelszo*|пароль*|парол*|κωδικος προσβασης|κωδικο προσβασης|συνθηματικο|sifre*|סיסמה|סיסמא|סיסמתך|كلمة المرور|كلمة السر|گذرواژه|رمز عبور|密码|密碼|口令|パスワード|暗証|비밀번호|암호|mat khau|รหัสผ่าน|kata sandi|sandi|secret word|passwrd|pword',
  },
  {
    meaning: 'username',
    language: 'mul',
    source: KEYCLOAK,
    words:
      'username*|user name|user id|userid|login id|login name|login|log in name|online id|account id|account name|email address*|e mail address*|emailaddress*|email|your email|e mail|email or*|username or*|nickname|nick|handle|screen name|benutzer*|anmeldename|nutzername|e mail adresse*|nom d utilisateur|identifiant|adresse e mail|adresse email|courriel|pseudo|usuario|nombre de usuario|correo|correo electronico|nome de utilizador|utilizador|nome utente|utente|gebruikersnaam|e mailadres|anvandarnamn|brukernavn|brugernavn|kayttajatunnus|nazwa uzytkownika|uzytkownik|uzivatel*|felhasznalo*|логин|имя пользователя|электронная почта|адрес электронной|пользователь|e mail|ім я користувача|електронна пошта|ονομα χρηστη|kullanici ad*|kullanici|e posta adresi|שם משתמש|דואר אלקטרוני|כתובת אימייל|اسم المستخدم|البريد الالكتروني|عنوان البريد|نام کاربری|用户名|用戶名|使用者名稱|帐号|帳號|账号|账户|邮箱地址|電子郵件地址|ユーザー名|ユーザーid|ログインid|メールアドレス|アカウント|아이디|사용자 이름|이메일 주소|ten nguoi dung|ten dang nhap|ชื่อผู้ใช้|nama pengguna|apple id|microsoft account',
  },
  {
    meaning: 'person',
    language: 'mul',
    source: CHROMIUM,
    words:
      'first name|firstname*|last name|lastname*|surname*|middle name|middlename|full name|fullname|your name|name on card|nameoncard|cardholder*|holder name|company*|organization|organisation|business name|address*|street*|city|town|state|province|suburb|house number|apartment|apt|suite|vorname|nachname|name|firma|strasse|stadt|ort|wohnort|hausnummer|prenom|nom|societe|adresse|rue|ville|nombre|apellido*|empresa|direccion|calle|ciudad|nome|sobrenome|apelido|endereco|morada|cidade|cognome|indirizzo|citta|voornaam|achternaam|adres|straat|plaats|woonplaats|fornamn|efternamn|imie|nazwisko|ulica|miasto|имя|фамилия|отчество|адрес|город|улица|ім я|прізвище|місто|ονομα|επωνυμο|ad soyad|soyad*|ad|adres*|sehir|שם פרטי|שם משפחה|שם מלא|כתובת|עיר|الاسم|اسم العائلة|العنوان|المدينة|姓名|名字|地址|城市|公司|お名前|氏名|住所|会社名|이름|성명|주소|회사|ho ten|dia chi|comment*|message|subject|website|url|title|description|notes|url address|ip address|age',
  },
  {
    meaning: 'device-name',
    language: 'mul',
    source: KEYCLOAK,
    words:
      'user label|userlabel|device name|devicename|device label|name of the device|name your device|name this device|nickname for|geratename|nom de l appareil|nom du peripherique|nombre del dispositivo|nome do dispositivo|nome del dispositivo|apparaatnaam|имя устройства|название устройства|cihaz adi|اسم الجهاز|設備名稱|设备名称|デバイス名|기기 이름|ten thiet bi',
  },
  {
    meaning: 'honeypot',
    language: 'en',
    source: BITWARDEN_ISSUES,
    words: 'honeypot*|honey pot|leave blank|leave empty|leave this field|do not fill|don t fill|bot trap',
  },
];
