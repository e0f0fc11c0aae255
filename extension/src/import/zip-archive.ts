import { type ExportContent, parseExportContent } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import type { Importer } from './importer.ts';
import { otpauthList } from './otpauth-list.ts';
import { raivo } from './raivo.ts';
import { openZipMember } from './zip/open-zip-member.ts';
import { isZip, readZipDirectory, type ZipMember } from './zip/zip-directory.ts';

interface ArchiveFormat {
  readonly format: string;
  readonly memberName: RegExp;
  readonly importer: Importer;
}

const FORMATS: readonly ArchiveFormat[] = [
  { format: 'raivo-zip', memberName: /(?:^|\/)raivo-otp-export\.json$/i, importer: raivo },
  { format: 'winauth-zip', memberName: /(?:^|\/)winauth[^/]*\.txt$/i, importer: otpauthList },
];

/** Archives with one export in them, which the name of a file within tells: an encrypted archive shows nothing else. */
export const zipArchives: readonly Importer[] = FORMATS.map(({ format, memberName, importer }) => ({
  format,
  recognizes: (content) => isZip(content.bytes) && findMember(content, memberName) !== undefined,
  async read(content, password) {
    const member = findMember(content, memberName);
    if (member === undefined) throw new ImportRefusal('corrupt');
    const bytes = await openZipMember(member, password);
    const inner = parseExportContent({ bytes, fileName: member.name, hasPassword: false });
    if (!importer.recognizes(inner)) throw new ImportRefusal('no-otp-data');
    return importer.read(inner, undefined);
  },
}));

function findMember({ bytes }: ExportContent, memberName: RegExp): ZipMember | undefined {
  return readZipDirectory(bytes).find(({ name }) => memberName.test(name));
}
