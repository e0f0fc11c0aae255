import type { Box, FieldSignals } from '../detect/frame-signals.ts';
import { fieldHints } from './field-hints.ts';
import { fieldDescription, fieldLabel } from './field-label.ts';
import { fieldPictures } from './field-pictures.ts';
import { nearestText } from './nearest-text.ts';
import type { PageText } from './page-text.ts';
import { singleBlanks } from './prose.ts';

const MAX_TEXT = { before: 400, after: 300 } as const;
/** Pieces of text on either side of a field that may be its label by where they stand. */
const PIECES = 12;

export interface FieldReading {
  readonly input: HTMLInputElement;
  readonly index: number;
  readonly form: number;
  readonly box: Box;
  readonly visibility: FieldSignals['visibility'];
}

/** What an attribute says, of any field. */
export function plainSignals({ input, index, form, box, visibility }: FieldReading): FieldSignals {
  return {
    index,
    form,
    type: input.type,
    name: input.name,
    id: input.id,
    hints: '',
    autocomplete: (input.getAttribute('autocomplete') ?? '').trim().toLowerCase(),
    inputMode: input.inputMode,
    pattern: input.pattern,
    maxLength: input.maxLength,
    min: input.min,
    max: input.max,
    label: '',
    placeholder: input.placeholder,
    before: '',
    after: '',
    pictures: '',
    place: placeOf(input),
    box,
    visibility,
    access: accessOf(input),
    content: contentOf(input),
    hasFocus: input.matches(':focus'),
  };
}

/** And what stands around one that may be for a code. */
export function fieldSignals(reading: FieldReading, page: PageText, others: readonly Box[]): FieldSignals {
  const { input, box } = reading;
  return {
    ...plainSignals(reading),
    hints: fieldHints(input),
    label: fieldLabel(input) || labelByPlace(input, box, page, others),
    before: page.before(input, MAX_TEXT.before),
    after: singleBlanks(`${fieldDescription(input)} ${page.after(input, MAX_TEXT.after)}`).slice(0, MAX_TEXT.after),
    pictures: fieldPictures(input),
  };
}

function labelByPlace(input: HTMLInputElement, box: Box, page: PageText, others: readonly Box[]): string {
  const pieces = page.piecesAround(input, PIECES);
  const place = nearestText(box, pieces.map(textBox), others);
  return place === undefined ? '' : singleBlanks(pieces[place]!.data).slice(0, 300);
}

function textBox(text: Text): Box {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

function accessOf(input: HTMLInputElement): FieldSignals['access'] {
  if (input.matches(':disabled')) return 'disabled';
  return input.readOnly ? 'read-only' : 'editable';
}

function placeOf(input: HTMLInputElement): FieldSignals['place'] {
  if (input.closest('thead, th[scope="col"], [role="columnheader"]') !== null || isColumnFilter(input))
    return 'table-head';
  return input.closest('search, [role="search"]') === null ? 'anywhere' : 'search';
}

/** In a row of fields above rows of data. */
function isColumnFilter(input: HTMLInputElement): boolean {
  const row = input.closest('tr');
  const rows = [...(row?.closest('table')?.rows ?? [])];
  if (row === null || row.querySelectorAll('input').length < 2) return false;
  const below = rows.slice(rows.indexOf(row) + 1);
  return below.some(
    ({ cells }) =>
      cells.length === row.cells.length && [...cells].every((cell) => cell.querySelector('input') === null),
  );
}

/** Masks such as `___-___` are no content. A number of a few digits is a setting, a text of them the beginning of a code. */
function contentOf({ value, maxLength, type }: HTMLInputElement): FieldSignals['content'] {
  if (/^[\s_.\-–•·]*$/.test(value)) return 'empty';
  const digits = /^[\d\s_-]+$/.test(value) ? value.replace(/\D/g, '').length : 0;
  const isSetting = type === 'number' && digits < 4 && !(digits === 1 && maxLength <= 1);
  return digits > 0 && digits <= 10 && !isSetting ? 'code' : 'other';
}
