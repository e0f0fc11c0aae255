import type { ReadDepth } from '../content-api.ts';
import type { Box, FormSignals, FrameSignals } from '../detect/frame-signals.ts';
import type { FieldHandles } from './field-handles.ts';
import { type FieldReading, fieldSignals, plainSignals } from './field-signals.ts';
import { readPageText } from './page-text.ts';
import { squarePictures } from './square-pictures.ts';
import { framedOrigins } from './framed-origins.ts';
import { isNotRead, proseOf, singleBlanks } from './prose.ts';
import { type Part, regionOf, regionsAround } from './region.ts';
import { knownShadowRootOf, type ScannedRoot, scanRoots } from './shadow-roots.ts';
import { shownText } from './shown-text.ts';
import { visibilityReader } from './visibility.ts';

const MAX_FIELDS = 300;
const MAX_FORM_TEXT = 1500;
const MAX_ACTIONS_TEXT = 500;
const HEADINGS = 'h1, h2, h3, h4, legend, [role="heading"], [role="alert"], [role="status"], [class*="alert"]';
const MAX_HEADINGS = 20;
const ACTIONS = 'a, button, [role="button"], [role="link"], input[type="submit"], input[type="button"]';
const MAX_ACTIONS = 30;
/** The types whose fields people write short texts into. */
const TEXT_TYPES = new Set(['text', 'tel', 'number', 'password', 'email', 'search', 'url']);
const PLACES = 'form, dialog, [role="dialog"], [role="alertdialog"], [role="form"]';

/** Everything that decides about the fields of this document. Nobody but the extension reads it. */
export function readSignals(handles: FieldHandles, depth?: ReadDepth): FrameSignals {
  const scanned = scanRoots(document, depth);
  const roots = scanned.map(({ root }) => root);
  const inputs = scanned.flatMap(({ named }) => named('input')).slice(0, MAX_FIELDS);
  const frames = scanned.flatMap(({ named }) => named('iframe'));
  const placeOfInput = new Map(inputs.map((input) => [input, placeOf(input)]));
  const places = [...new Set(placeOfInput.values())];
  const visibilityOf = visibilityReader();
  const readings = inputs.map((input): FieldReading => {
    const box = boxOf(input);
    return {
      input,
      index: handles.handleOf(input),
      form: places.indexOf(placeOfInput.get(input)!),
      box,
      visibility: input.type === 'hidden' ? 'hidden' : visibilityOf(input, box),
    };
  });
  const shown = readings.filter(({ input, visibility }) => visibility !== 'hidden' && TEXT_TYPES.has(input.type));
  const shownInputs = new Set(shown.map(({ input }) => input));
  const page = readPageText(shownInputs);
  const regions = regionsAround(shownInputs);
  // The name of an account is looked for only where a code may go, also into a frame of the page.
  const asksForSomething = shown.length > 0 || frames.length > 0;
  return {
    fields: readings.map((reading) => {
      if (!shownInputs.has(reading.input)) return plainSignals(reading);
      const others = shown.filter((other) => other !== reading).map(({ box }) => box);
      return fieldSignals(reading, page, others);
    }),
    forms: places.map((place) => formSignals(place, partToRead(place, shownInputs, placeOfInput))),
    heading: shown.length > 0 ? headingText(scanned, regions) : '',
    shown: asksForSomething ? shownText(inputs, [...new Set([...regions, ...roots])]) : '',
    framedOrigins: framedOrigins(frames),
    squarePictures: squarePictures(scanned[0]!).length,
    isError: wasAnsweredWithError(),
  };
}

function wasAnsweredWithError(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return (navigation?.responseStatus ?? 0) >= 400;
}

/** The form or dialog of an input; the whole page or shadow root for those outside of any. */
function placeOf(input: HTMLInputElement): Element {
  const place = input.form ?? input.closest(PLACES);
  if (place !== null) return place;
  const root = input.getRootNode();
  return root instanceof ShadowRoot ? root.host : document.documentElement;
}

/** The part of a form in which its words are read: all of it, or what is around its first field where it is large. */
function partToRead(
  place: Element,
  shown: Iterable<HTMLInputElement>,
  placeOfInput: ReadonlyMap<HTMLInputElement, Element>,
): Part | undefined {
  const input = [...shown].find((one) => placeOfInput.get(one) === place);
  if (input === undefined) return undefined;
  const region = regionOf(input);
  return region.contains(place) || !place.contains(region) ? (knownShadowRootOf(place) ?? place) : region;
}

function formSignals(place: Element, part: Part | undefined): FormSignals {
  // A form's own `id` and `name` may be hidden by an input of that name.
  const attributes = ['id', 'name', 'class'].map((name) => place.getAttribute(name) ?? '');
  return {
    name: attributes.join(' '),
    factor: place.getAttribute('data-lifeguard-factor') ?? '',
    text: part === undefined ? '' : proseOf(part, MAX_FORM_TEXT),
    actions: part === undefined ? '' : actionsText(part),
  };
}

function actionsText(part: Part): string {
  const actions = [...part.querySelectorAll<HTMLElement>(ACTIONS)].slice(0, MAX_ACTIONS);
  const texts = actions
    .filter((action) => action.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((action) => (action instanceof HTMLInputElement ? action.value : action.textContent));
  return singleBlanks(texts.join(' . ')).slice(0, MAX_ACTIONS_TEXT);
}

/** Those around the fields, and the main ones of the whole document. */
function headingText(scanned: readonly ScannedRoot[], regions: readonly Part[]): string {
  const near = regions.flatMap((region) => [...region.querySelectorAll(HEADINGS)]);
  const main = scanned.flatMap(({ named }) => [...named('h1'), ...named('h2')]);
  const headings = [...new Set([...near, ...main])].slice(0, MAX_HEADINGS * 2).filter((heading) => !isNotRead(heading));
  return [document.title, ...headings.slice(0, MAX_HEADINGS).map((heading) => proseOf(heading, 200))].join(' . ');
}

function boxOf(input: HTMLInputElement): Box {
  const { x, y, width, height } = input.getBoundingClientRect();
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
