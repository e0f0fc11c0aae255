import type messages from '../../public/_locales/en/messages.json';
import { browser } from '../browser.ts';

export type TextKey = keyof typeof messages;

/** A text in the language of the browser; `$1` and so on in it stand for the values. */
export function text(key: TextKey, ...values: readonly string[]): string {
  return browser.i18n.getMessage(key, [...values]);
}

type Dashed<Key extends string> = Key extends `${infer Head}_${infer Tail}` ? `${Head}-${Dashed<Tail>}` : Key;
type ReasonOf<Key> = Key extends `refusal_${infer Reason}` ? Dashed<Reason> : never;

/** The sentence for a refusal. A reason without a text does not compile. */
export function refusalText(reason: ReasonOf<TextKey>): string {
  return text(`refusal_${reason.replaceAll('-', '_')}` as TextKey);
}

/** Sets language and direction of the page, which no static HTML can know. They are those of the texts, which a browser in another language lacks. */
export function localizePage(titleKey: TextKey | undefined): void {
  document.documentElement.lang = textLanguage();
  document.documentElement.dir = text('direction');
  if (titleKey !== undefined) document.title = text(titleKey);
}

/** That of the browser where the texts are in it, so that dates and numbers are those of its country. */
function textLanguage(): string {
  const ofTexts = text('locale');
  const ofBrowser = browser.i18n.getUILanguage();
  return ofBrowser.split('-')[0] === ofTexts.split('-')[0] ? ofBrowser : ofTexts;
}
