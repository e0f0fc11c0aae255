import { expect, test } from 'vitest';
import { readFile } from './read-file.ts';

function failing(error: Error): Blob {
  return Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(error) });
}

test('a file is read; a folder, and what has changed or gone, is not', async () => {
  expect(await readFile(new Blob(['a']))).toEqual(new Uint8Array([97]));
  expect(await readFile(failing(new DOMException('', 'NotFoundError')))).toBeUndefined();
  expect(await readFile(failing(new DOMException('', 'NotReadableError')))).toBeUndefined();
  await expect(readFile(failing(new TypeError('a mistake of ours')))).rejects.toThrow(TypeError);
});
