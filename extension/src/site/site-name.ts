/** What an account is called where its page names nobody: the host of the site, without the `www.` that people leave out. */
export function siteNameOf(origin: string): string {
  return new URL(origin).hostname.replace(/^www\./, '');
}
