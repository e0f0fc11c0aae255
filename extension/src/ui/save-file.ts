/** Longer than a browser takes to begin with a file. */
const KEPT_IN_MILLIS = 60_000;

/** Hands a text to the browser as a file to save. */
export function saveFile(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_IN_MILLIS);
}
