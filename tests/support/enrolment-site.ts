import { serveOnLoopback } from './serve-on-loopback.ts';
import { authenticatorApp } from './authenticator-app.ts';

/** A site that sets up authenticators, on pages of several kinds, with one secret. */
export interface EnrolmentSite extends AsyncDisposable {
  readonly origin: string;
  /** How often each page has accepted a code. */
  readonly accepted: ReadonlyMap<string, number>;
}

const ACCEPTED = '<!doctype html><html lang="en"><title>Done</title><h1>Your account is protected</h1></html>';

/**
 * Serves pages by path. A form that is sent there with the right code in `code` is accepted, with another it comes again with an error.
 * @param pages in which `ERROR` is where the error stands
 * @param accepted the page after that, for all paths or for each
 */
export async function serveEnrolmentSite(
  pages: Readonly<Record<string, string>>,
  secretBase32: string,
  accepted: string | Readonly<Record<string, string>> = ACCEPTED,
): Promise<EnrolmentSite> {
  const counts = new Map<string, number>();
  const app = await authenticatorApp(secretBase32);
  const { url, close } = await serveOnLoopback(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = pages[path];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (page === undefined) return response.writeHead(404).end();
    if (request.method !== 'POST') return response.end(page.replace('ERROR', ''));
    let body = '';
    for await (const part of request) body += String(part);
    const code = new URLSearchParams(body).get('code') ?? '';
    const isRight = (await Promise.all([-1, 0, 1].map((step) => app.code(step)))).includes(code);
    if (!isRight) return response.end(page.replace('ERROR', '<p role="alert">Invalid code.</p>'));
    counts.set(path, (counts.get(path) ?? 0) + 1);
    return response.end(typeof accepted === 'string' ? accepted : accepted[path]);
  });
  return {
    origin: new URL(url.replace('127.0.0.1', 'localhost')).origin,
    accepted: counts,
    [Symbol.asyncDispose]: close,
  };
}
