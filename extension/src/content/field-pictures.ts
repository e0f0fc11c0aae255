import { isLarge } from './region.ts';

/** How far up pictures count as standing beside a field. */
const MAX_LEVELS = 3;
const MAX_PICTURES = 6;
const MAX_LENGTH = 300;

/** Names and descriptions of the pictures that stand with a field and no other, such as that of a captcha. */
export function fieldPictures(input: HTMLInputElement): string {
  let group: Element | null = input.parentElement;
  for (let level = 0; group !== null && level < MAX_LEVELS; level += 1, group = group.parentElement) {
    if (isLarge(group)) return '';
    const fields = group.querySelectorAll('input:not([type="hidden"], [type="checkbox"], [type="radio"])');
    if (fields.length > 1) return '';
    const pictures = [...group.querySelectorAll('img, canvas, svg, audio')].slice(0, MAX_PICTURES);
    if (pictures.length > 0) return pictures.map(wordsOf).join(' ').slice(0, MAX_LENGTH);
  }
  return '';
}

function wordsOf(picture: Element): string {
  const names = ['alt', 'title', 'id', 'class', 'aria-label', 'name'].map((name) => picture.getAttribute(name) ?? '');
  const address = picture.getAttribute('src') ?? '';
  return [...names, address.startsWith('data:') ? '' : address.slice(-100)].join(' ');
}
