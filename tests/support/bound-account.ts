import type { Page } from '@playwright/test';
import type { ChromiumExtension } from './chromium-extension.ts';
import type { Firefox } from './firefox.ts';
import type { Popup } from './popup.ts';

/** What a person makes up for the vault. */
export const VAULT_PASSWORD = 'correct horse battery staple';

/** The account of a site that exists nowhere; its secret is made up. */
export const SETUP_LINK = 'otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Example';

interface BoundAccount {
  readonly page: Page;
  readonly lifeguard: ChromiumExtension;
  /** {@link SETUP_LINK} when left out. */
  readonly setupLink?: string;
  /** What the popup says then, in another language than English. */
  readonly news?: { readonly added: string };
}

/** Makes a vault with one account, which is bound to the site of a page. The popup is left open. */
export async function keepAccountForSite({
  page,
  lifeguard,
  setupLink = SETUP_LINK,
  news,
}: BoundAccount): Promise<Popup> {
  const popup = await lifeguard.openPopup(page);
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.addByUri(setupLink, news?.added);
  await popup.useAtThisSite();
  return popup;
}

/** The same in Firefox, for the site of its page. */
export async function keepAccountInFirefox(firefox: Firefox, setupLink = SETUP_LINK): Promise<Popup> {
  const popup = await firefox.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.addByUri(setupLink);
  await popup.useAtThisSite();
  return popup;
}
