import { browser } from '../browser.ts';
import { SETTINGS_PAGE, type SettingsPlace } from '../settings-place.ts';

/** Leads to one of the places of the options page, which is long: in the tab that shows it, or else in a new one. */
export async function openSettingsAt(place: SettingsPlace): Promise<void> {
  const open = browser.extension
    .getViews({ type: 'tab' })
    .find(({ location }) => location.pathname === `/${SETTINGS_PAGE}`);
  if (open === undefined) await browser.tabs.create({ url: browser.runtime.getURL(`${SETTINGS_PAGE}#${place}`) });
  else open.location.hash = place;
  window.close();
}
