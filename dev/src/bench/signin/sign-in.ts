import { CLIENT_ID, REDIRECT_URI } from './bench-realm.ts';

/** The steps in the order in which a browser takes them. `factor` is absent where none is asked for. */
export const STEPS = ['authPage', 'password', 'factor', 'token'] as const;
type Step = (typeof STEPS)[number];
export type StepMillis = Partial<Record<Step, number>>;

export interface SignIn {
  readonly realmUrl: string;
  readonly username: string;
  readonly password: string;
  /** The fields of the factor's page, asked for when it is shown; absent where the password is enough. */
  readonly answer?: (() => Readonly<Record<string, string>>) | undefined;
}

interface Page {
  readonly location: string;
  readonly html: string;
}

const MOST_HOPS = 5;

/**
 * One sign-in as a browser without scripts does it, from the first page to the tokens.
 * @returns how long each step took
 * @throws Error when a step does not lead to the next
 */
export async function signIn({ realmUrl, username, password, answer }: SignIn): Promise<StepMillis> {
  const cookies = new Map<string, string>();
  const millis: StepMillis = {};

  async function timed<Result>(step: Step, work: () => Promise<Result>): Promise<Result> {
    const begin = performance.now();
    const result = await work();
    millis[step] = performance.now() - begin;
    return result;
  }

  const query = new URLSearchParams({
    client_id: CLIENT_ID,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: REDIRECT_URI,
  });
  let page = await timed('authPage', () => visit(cookies, `${realmUrl}/protocol/openid-connect/auth?${query}`));
  page = await timed('password', () => visit(cookies, formAction(page), { username, password }));
  if (answer !== undefined) {
    const fields = answer();
    page = await timed('factor', () => visit(cookies, formAction(page), fields));
  }
  const code = page.location === '' ? null : new URL(page.location).searchParams.get('code');
  if (code === null) throw new Error(`a sign-in ended at the page "${titleOf(page)}"`);
  await timed('token', () => redeem(realmUrl, code));
  return millis;
}

async function visit(cookies: Map<string, string>, url: string, fields?: Record<string, string>): Promise<Page> {
  let response = await request(cookies, url, fields);
  for (let hops = 0; response.status === 302 && hops < MOST_HOPS; hops += 1) {
    await response.body?.cancel();
    const location = response.headers.get('location') ?? '';
    if (location.startsWith(REDIRECT_URI)) return { location, html: '' };
    response = await request(cookies, location);
  }
  return { location: '', html: await response.text() };
}

async function request(cookies: Map<string, string>, url: string, fields?: Record<string, string>): Promise<Response> {
  const response = await fetch(url, {
    method: fields === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  return response;
}

async function redeem(realmUrl: string, code: string): Promise<void> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: CLIENT_ID,
    redirect_uri: REDIRECT_URI,
    code,
  });
  const response = await fetch(`${realmUrl}/protocol/openid-connect/token`, { method: 'POST', body });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`the code was worth no token: HTTP ${response.status}`);
}

function formAction(page: Page): string {
  const action = /<form[^>]*action="([^"]+)"/.exec(page.html)?.[1];
  if (action === undefined) throw new Error(`the page "${titleOf(page)}" has no form`);
  return action.replaceAll('&amp;', '&');
}

function titleOf({ html }: Page): string {
  return /<h1[^>]*>([^<]*)/.exec(html)?.[1]?.trim() ?? '';
}
