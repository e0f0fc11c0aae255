import { collectEntries } from './collect-entries.ts';
import type { EntryResult } from './import-result.ts';
import type { Importer } from './importer.ts';
import { readKeepassOtp } from './keepass-otp.ts';
import { childrenOf, parseXml, type XmlElement } from './xml.ts';

/**
 * The XML export of KeePass 2 and KeePassXC. Earlier states of an entry, which stand in its history, are left out.
 * @see https://keepass.info/help/kb/kdbx.html
 */
export const keepassXml: Importer = {
  format: 'keepass-xml',
  recognizes: ({ text = '' }) => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<KeePassFile[\s>]/.test(text),
  read({ text = '' }) {
    const root = childrenOf(parseXml(text), 'Root')[0];
    return collectEntries(entriesBelow(root).map(readEntry));
  },
};

/** Groups hold entries and other groups. */
function entriesBelow(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).flatMap((child) => {
    if (child.name === 'Entry') return [child];
    return child.name === 'Group' ? entriesBelow(child) : [];
  });
}

function readEntry(entry: XmlElement): EntryResult {
  const fields = childrenOf(entry, 'String').map((field): [string, string] => [
    childrenOf(field, 'Key')[0]?.text ?? '',
    childrenOf(field, 'Value')[0]?.text ?? '',
  ]);
  return readKeepassOtp(new Map(fields));
}
