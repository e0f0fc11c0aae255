import { ImportRefusal } from './import-refusal.ts';

/** An element without its attributes. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** The text that stands in it directly. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

// A comment, a processing instruction, a CDATA section, a tag, or the text before the next of them.
const TOKEN = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]*)(?=[\s/>])([^<>]*)>|([^<]+)/gy;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi;
const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const MAX_DEPTH = 256;

/**
 * Reads XML as programs write it, without attributes. It has no document types, so that no entity can grow or name a
 * file.
 * @throws ImportRefusal `corrupt`
 */
export function parseXml(text: string): XmlElement {
  const root: OpenElement = { name: '', children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    const parent = open.at(-1);
    if (match === null || parent === undefined || open.length > MAX_DEPTH) throw new ImportRefusal('corrupt');
    const [, cdata, closing, name, attributes, characters] = match;
    if (cdata !== undefined) parent.text += cdata;
    else if (characters !== undefined) parent.text += decodeEntities(characters);
    else if (closing === '/') {
      if (open.length < 2 || open.pop()?.name !== name) throw new ImportRefusal('corrupt');
    } else if (name !== undefined) {
      const element: OpenElement = { name, children: [], text: '' };
      parent.children.push(element);
      if (attributes?.endsWith('/') !== true) open.push(element);
    }
  }
  const [element] = root.children;
  if (open.length !== 1 || element === undefined) throw new ImportRefusal('corrupt');
  return element;
}

/** The children of a name, in their order. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, named?: string) => {
    if (named !== undefined) return NAMED_ENTITIES[named] ?? entity;
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
  });
}
