import makeCode from 'qrcode-generator';

interface Props {
  readonly text: string;
  /** What it is, for who can't see it. */
  readonly label: string;
}

/** ISO/IEC 18004 section 9.1 asks for so many modules around it. */
const QUIET_ZONE = 4;

/** A QR code, dark on white in any colour scheme. */
export function QrCode({ text, label }: Props) {
  // The smallest that holds the text, with the least correction: a screen has no dirt on it.
  const code = makeCode(0, 'L');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, row) => row);
  const path = rows
    .flatMap((row) => rows.filter((column) => code.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`))
    .join('');
  const size = count + 2 * QUIET_ZONE;
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect x={-QUIET_ZONE} y={-QUIET_ZONE} width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
