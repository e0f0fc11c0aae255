import { QR_MODULES } from './qr-code.ts';

/** The dark modules of {@link QR_MODULES} as the path of a drawing, each one unit wide. */
export const QR_PATH = QR_MODULES.flatMap((row, y) =>
  row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
).join('');

/** All of it, with its quiet zone. */
export const QR_SVG = `<svg width="230" height="230" viewBox="-4 -4 41 41"><rect x="-4" y="-4" width="41" height="41" fill="#fff"/><path d="${QR_PATH}"/></svg>`;
