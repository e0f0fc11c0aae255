import { REDIRECT_URI, type TestBed, type TestUser } from './test-bed.ts';
import { CLIENT_ID } from './test-realm.ts';

/** Which page a browser without scripts has in front of it. */
export type PageKind =
  | 'password'
  | 'sms-code'
  | 'software-token'
  | 'select-factor'
  | 'enrolment'
  | 'set-up'
  | 'phone-number'
  | 'mfa-settings'
  | 'delete-credential'
  | 'forgotten-password'
  | 'new-password'
  | 'registration'
  | 'link-account'
  | 'user-code'
  | 'consent'
  | 'info'
  | 'signed-in'
  | 'error'
  | 'other';

const MARKS: readonly (readonly [PageKind, RegExp])[] = [
  ['sms-code', /id="lifeguard-sms-code"/],
  ['select-factor', /id="lifeguard-select-factor"/],
  ['software-token', /id="kc-otp-login-form"/],
  ['enrolment', /id="kc-totp-settings-form"/],
  ['set-up', /id="lifeguard-set-up"/],
  ['phone-number', /id="lifeguard-phone-number"/],
  ['mfa-settings', /id="lifeguard-mfa-settings"/],
  ['delete-credential', /id="kc-accept"|id="kc-delete-text"/],
  ['new-password', /id="kc-passwd-update-form"/],
  ['forgotten-password', /id="kc-reset-password-form"/],
  ['registration', /id="kc-register-form"[^>]*\/registration\?/],
  ['link-account', /value="linkAccount"/],
  ['user-code', /id="kc-user-verify-device-user-code-form"/],
  ['consent', /id="kc-oauth"/],
  ['password', /name="password"/],
  ['error', /id="kc-error-message"/],
  ['info', /id="kc-info-message"/],
];

/** Pairs where a name is posted more than once. */
type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

/** Speaks HTTP as a browser without scripts would: for exact, repeated and parallel requests. */
export class PlainBrowser {
  readonly #bed: TestBed;
  /** By path and name: two realms of one server use the same names. */
  #cookies = new Map<string, { readonly path: string; readonly name: string; readonly value: string }>();
  #action = '';
  #node: string | undefined;
  kind: PageKind = 'other';
  status = 0;
  /** The visible words of the page, and its source. */
  html = '';
  #location = '';

  readonly #headers: Readonly<Record<string, string>>;

  /** @param headers sent with each request, such as what a proxy says of the client */
  constructor(bed: TestBed, headers: Readonly<Record<string, string>> = {}) {
    this.#bed = bed;
    this.#headers = headers;
  }

  async open(parameters: Readonly<Record<string, string>> = {}): Promise<PageKind> {
    return this.visit(`${this.#bed.signInUrl}&${new URLSearchParams(parameters)}`);
  }

  /** Opens any address, such as that of a link in a mail. */
  async visit(url: string): Promise<PageKind> {
    return this.#follow('GET', url);
  }

  /** Follows the first link of the page whose address has these words in it. */
  async follow(part: string): Promise<PageKind> {
    const links = [...this.html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    const link = links.find((href) => href.includes(part));
    if (link === undefined) throw new Error(`the page ${this.kind} has no link with ${part}`);
    return this.visit(new URL(link, this.#bed.url).href);
  }

  /** Posts the form of the page that is shown. */
  async submit(fields: Fields): Promise<PageKind> {
    return this.#follow('POST', this.#action, fields);
  }

  async password({ username, password }: TestUser): Promise<PageKind> {
    return this.submit({ username, password });
  }

  /** Passes the password and stops at a redirect to an address that has these words in it, which it returns. */
  async passwordUntil({ username, password }: TestUser, part: string): Promise<string> {
    await this.#follow('POST', this.#action, { username, password }, part);
    if (!this.#location.includes(part)) throw new Error(`nothing has redirected to ${part}`);
    return this.#location;
  }

  /** Opens the sign-in and passes the password. */
  async signIn(user: TestUser): Promise<PageKind> {
    await this.open();
    return this.password(user);
  }

  /** A GET on the address that the form posts to: what a reload of a posted page, or a link scanner, asks for. */
  async getAction(): Promise<PageKind> {
    return this.#follow('GET', this.#action);
  }

  /** The browser's reload button on a page that Keycloak has redirected to. */
  async reload(): Promise<PageKind> {
    const url = new URL(this.#action);
    for (const name of ['session_code', 'execution']) url.searchParams.delete(name);
    return this.#follow('GET', url.href);
  }

  /** Another tab of the same browser: the same cookies. */
  newTab(): PlainBrowser {
    const tab = new PlainBrowser(this.#bed);
    tab.#cookies = this.#cookies;
    tab.#node = this.#node;
    return tab;
  }

  /** Plants a cookie as whoever holds the browser can. */
  setCookie(name: string, value: string, path = `/realms/${this.#bed.realm}/`): void {
    this.#cookies.set(`${path} ${name}`, { path, name, value });
  }

  /** Where the form of the page posts to. Whoever holds the browser can post elsewhere. */
  get action(): URL {
    return new URL(this.#action);
  }

  set action(url: URL) {
    this.#action = url.href;
  }

  /** From now on every request goes to this node, as a load balancer may decide at any moment: addresses and cookies stay. */
  moveTo({ url }: { readonly url: string }): void {
    this.#node = url;
  }

  /** A way to post the present form later, or many times. */
  repeatable(fields: Readonly<Record<string, string>>): () => Promise<PageKind> {
    const action = this.#action;
    return () => this.#follow('POST', action, fields);
  }

  get redirectParameters(): URLSearchParams {
    return new URL(this.#location).searchParams;
  }

  async tokens(): Promise<Record<string, string>> {
    const address = `${this.#bed.url}/realms/${this.#bed.realm}/protocol/openid-connect/token`;
    const response = await this.#request('POST', address, {
      grant_type: 'authorization_code',
      client_id: CLIENT_ID,
      redirect_uri: REDIRECT_URI,
      code: this.redirectParameters.get('code') ?? '',
    });
    return (await response.json()) as Record<string, string>;
  }

  async #follow(method: string, url: string, fields?: Fields, stopAt?: string): Promise<PageKind> {
    let response = await this.#request(method, url, fields);
    for (let hops = 0; hops < 10 && [302, 303].includes(response.status); hops += 1) {
      this.#location = response.headers.get('location') ?? '';
      if (this.#location.startsWith(REDIRECT_URI)) {
        this.kind = this.redirectParameters.has('code') ? 'signed-in' : 'other';
        return this.kind;
      }
      if (stopAt !== undefined && this.#location.includes(stopAt)) return 'other';
      response = await this.#request('GET', this.#location);
    }
    this.status = response.status;
    this.html = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(this.html)?.[1]?.replaceAll('&amp;', '&');
    if (action !== undefined) this.#action = new URL(action, url).href;
    this.kind = MARKS.find(([, mark]) => mark.test(this.html))?.[0] ?? 'other';
    return this.kind;
  }

  async #request(method: string, url: string, fields?: Fields): Promise<Response> {
    const { pathname, search, origin } = new URL(url);
    const response = await fetch(`${this.#node ?? origin}${pathname}${search}`, {
      method,
      redirect: 'manual',
      headers: {
        ...this.#headers,
        cookie: [...this.#cookies.values()]
          .filter(({ path }) => pathname.startsWith(path))
          .map(({ name, value }) => `${name}=${value}`)
          .join('; '),
      },
      ...(fields === undefined ? {} : { body: new URLSearchParams(fields as Record<string, string>) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      const path = /;\s*path=([^;]+)/i.exec(cookie)?.[1] ?? '/';
      if (value === '' || /max-age=0/i.test(cookie)) this.#cookies.delete(`${path} ${name}`);
      else this.setCookie(name, value, path);
    }
    return response;
  }
}
