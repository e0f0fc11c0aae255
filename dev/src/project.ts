import { fileURLToPath } from 'node:url';

/** Where the work tree begins. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What was downloaded once and is never changed. */
export const toolsFolder = fileURLToPath(new URL('../../.tools/', import.meta.url));

/** What running leaves behind: server homes, logs, stamps. It may be deleted at any time when nothing runs. */
export const runFolder = fileURLToPath(new URL('../../.run/', import.meta.url));
