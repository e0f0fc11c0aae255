import { meaningsOf } from '../detect/words/finders.ts';
import type { Meaning } from '../detect/words/word-list.ts';
import { codesInLine, type ShapedCode } from './code-shape.ts';
import { areLikelyCodes } from './likely-codes.ts';
import { MAX_RECOVERY_CODES } from './recovery-code.ts';

/** A line of a page as it is seen, with tabs between what stands side by side. */
export interface ShownLine {
  readonly text: string;
  readonly isHeading: boolean;
}

/** How far above the codes the words may stand: a heading, a warning, and how to keep them. */
const LINES_ABOVE = 12;
/** The same for fewer codes than make a list. */
const LINES_ABOVE_FEW = 4;
const FEW = 2;
const MAX_READ = 1000;
/** A line of so many characters is a name for what follows. */
const MAX_LABEL = 40;
const LABELLED = /^([^:：]{3,80})[:：]\s*(\S.*)$/u;

/** What a list may be of, when the line above it says so. */
const OTHER_THINGS: readonly Meaning[] = [
  'phone-number',
  'reference',
  'coupon',
  'secret',
  'card',
  'date',
  'bank',
  'quantity',
  'postcode',
];
const CODES: readonly Meaning[] = ['recovery', 'code', 'code-phrase', 'one-time-code'];

/**
 * The recovery codes that a page shows, as they stand there. A list counts when the words above it speak of recovery codes and nothing
 * between says that it is of something else; what looks like orders, phones, prices or dates never does.
 */
export function findRecoveryCodes(shown: readonly ShownLine[]): readonly string[] {
  const lines = shown.flatMap(partLabel);
  const found = blocksIn(lines)
    .map((block) => ({ ...block, codes: withoutWords(block.codes) }))
    .filter(({ codes }) => codes.every(({ shape }) => shape === codes[0]!.shape))
    .filter((block) => areLikelyCodes(block.codes) && isAboutRecovery(lines, block));
  const [longest] = found.toSorted((one, other) => other.codes.length - one.codes.length);
  // A list may stand in parts, and a second time for copying it.
  const codes = found.flatMap((block) => block.codes).filter(({ shape }) => shape === longest?.codes[0]?.shape);
  const texts = [...new Set(codes.map(({ text }) => text))];
  return texts.length > MAX_RECOVERY_CODES ? [] : texts;
}

/** A word that stands right before or after a list, such as one of a menu, is none of its codes. */
function withoutWords(codes: readonly ShapedCode[]): readonly ShapedCode[] {
  const most = mostFrequent(codes.map(({ shape }) => shape));
  const isCode = ({ shape, text }: ShapedCode): boolean => shape === most || /\d/.test(text);
  return codes.slice(codes.findIndex(isCode), codes.findLastIndex(isCode) + 1);
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

/** Codes in lines that follow each other. */
interface Block {
  readonly start: number;
  readonly codes: readonly ShapedCode[];
}

function blocksIn(lines: readonly ShownLine[]): readonly Block[] {
  const blocks: { start: number; codes: ShapedCode[] }[] = [];
  let isOpen = false;
  for (const [start, { text, isHeading }] of lines.entries()) {
    const codes = isHeading ? undefined : codesInLine(text);
    // A number, or nothing, neither begins a list nor ends one.
    if (codes?.length === 0) continue;
    if (codes !== undefined && isOpen) blocks.at(-1)!.codes.push(...codes);
    else if (codes !== undefined) blocks.push({ start, codes: [...codes] });
    isOpen = codes !== undefined;
  }
  return blocks;
}

/** "Backup code: 1a2b-3c4d-5e6f" is a line that names what follows, and a code. */
function partLabel(line: ShownLine): readonly ShownLine[] {
  const [, label, rest] = LABELLED.exec(line.text) ?? [];
  if (label === undefined || rest === undefined || !/\p{L}{3}/u.test(label) || codesInLine(line.text)) return [line];
  if (!codesInLine(rest)?.length) return [line];
  return [
    { text: label, isHeading: line.isHeading },
    { text: rest, isHeading: false },
  ];
}

function isAboutRecovery(lines: readonly ShownLine[], { start, codes }: Block): boolean {
  const isFew = codes.length <= FEW;
  const end = Math.max(start - (isFew ? LINES_ABOVE_FEW : LINES_ABOVE), 0);
  for (let place = start - 1; place >= end; place -= 1) {
    const { text, isHeading } = lines[place]!;
    const said = meaningsOf(text.slice(0, MAX_READ));
    const says = (meanings: readonly Meaning[]) => meanings.some((meaning) => said.has(meaning));
    if (said.has('recovery')) return !(place === start - 1 && said.has('secret'));
    const isNext = place === start - 1;
    // A single code is easily the key of the app itself.
    if (isFew && said.has('secret')) return false;
    if (isNext && text.length <= MAX_LABEL && says(OTHER_THINGS) && !says(CODES)) return false;
    if (isHeading && !says(CODES)) return false;
  }
  return false;
}
