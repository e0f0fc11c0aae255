/** What {@link QR_MODULES} says. */
export const QR_TEXT = 'otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP&issuer=Example';

/** A QR code without a quiet zone; each character is two modules, one above the other. */
const HALF_BLOCKS = `
█▀▀▀▀▀█ ▄▄█  ▀▄▀██▀▀█▄▀█▄ █▀▀▀▀▀█
█ ███ █ ▀▄  ▄  █▀▀█▄▄  ▄▀ █ ███ █
█ ▀▀▀ █ █▀█ ██▄▀ ▀ ▄▀▀█▀▄ █ ▀▀▀ █
▀▀▀▀▀▀▀ █ █▄▀▄▀ ▀ ▀ █▄▀▄▀ ▀▀▀▀▀▀▀
██▄█▄▄▀█ ▄ ███▄█ ▄▄ ██▄ █▄▀▀▀ ▀▀▄
▄▀▀  ▄▀ █▄▄██ ▄▄▀▀▀  █▄ █ █▀██▀ █
▄▀██▀█▀ ▄▄▀█ ██▀▄▀▀  █▄▀███▄▄▀  █
█ ▀▀▄█▀▀▀ ▀█ ▄ ▀▀█▀█▀▄▄█ ▄▀▄▀▀▀█ 
█ ▄▀██▀  █▄ █▄▀ ▀█▀▀██▀▄█▄▀▀▀ ▄▀▀
  ▀▄ ▀▀█▄█ ▀█▀ ▀██▄█▀█▀ ▀▄▀ █▄▀▀▀
   █▄▄▀▄▄█▀▄ █▄▀ ▄█ ▄█▄  █▄▀ ▄▄▀▄
▀█▀▀██▀ ▄ ▀   ██▀▀▀▀▄█  ▄ ▄▀█   ▀
▀  ▀  ▀▀█▀█▄█ ▀▀▄▄▀ ▀█▄▄█▀▀▀█ ▄▀▄
█▀▀▀▀▀█ ▀▀█ █▄ █  ▄█ ▄▄ █ ▀ █▄ █ 
█ ███ █ ▄█ ▀ ▀█▀▀ █▀███ ▀▀███▄▄▄▀
█ ▀▀▀ █ ▄ █▄ █ █▀██ ▄▄▄█▄▀ ██▀  ▀
▀▀▀▀▀▀▀ ▀ ▀▀▀ ▀   ▀▀▀▀▀ ▀  ▀▀  ▀ `;

/** Whether each module is dark, row by row. */
export const QR_MODULES: readonly (readonly boolean[])[] = HALF_BLOCKS.slice(1)
  .split('\n')
  .flatMap((line) => ['█▀', '█▄'].map((dark) => [...line].map((block) => dark.includes(block))))
  .slice(0, -1);
