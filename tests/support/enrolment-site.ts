import { serveOnLoopback } from './serve-on-loopback.ts';
import { authenticatorApp } from './authenticator-app.ts';

/** A site that sets up authenticators, on pages of several kinds, with one secret. */
export interface EnrolmentSite extends AsyncDisposable {
  readonly origin: string;
  /** How often each page has accepted a code. */
  readonly accepted: ReadonlyMap<string, number>;
}

/**
 * Serves pages by path. A form that is sent there with the right code in `code` is accepted, with another it comes again with an error.
 * @param pages in which `ERROR` is where the error stands
 */
export async function serveEnrolmentSite(
  pages: Readonly<Record<string, string>>,
  secretBase32: string,
): Promise<EnrolmentSite> {
  const accepted = new Map<string, number>();
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
    accepted.set(path, (accepted.get(path) ?? 0) + 1);
    return response.end('<!doctype html><html lang="en"><title>Done</title><h1>Your account is protected</h1></html>');
  });
  return { origin: new URL(url.replace('127.0.0.1', 'localhost')).origin, accepted, [Symbol.asyncDispose]: close };
}
