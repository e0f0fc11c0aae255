import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the pages show the drawing of the file', () => {
  const [, shown] = /url\("data:image\/svg\+xml,([^"]*)"\)/.exec(read('../../public/shell.css'))!;
  expect(shapesOf(decodeURIComponent(shown!))).toEqual(shapesOf(read('logo.svg')));
});

function shapesOf(svg: string): string[] {
  const shapes = svg.replaceAll("'", '"').match(/<circle[^>]*?(?=\s*\/>)/g) ?? [];
  expect(shapes).not.toEqual([]);
  return shapes;
}

function read(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}
