// One ES5 script for the embedded engine. Each part is bundled by rolldown to an ES2022 IIFE and by swc to ES5, and stands in a function of
// its own: swc's helpers are global functions that assign to themselves, which a sealed scope refuses, and a call runs only the part that
// has the operation. Which one that is stands beside it as text: a table would be made anew for every call.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { transform } from '@swc/core';
import { rolldown } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));
// The first is asked most often, the last sends texts for all of them.
const PARTS = ['sign-in', 'cognito-sign-in', 'cognito-self', 'cognito-pool', 'occasional', 'sending'];

// A class that extends Error asks Function for what every function has; the engine does not have Function, which compiles text.
const FUNCTION = 'var Function = Object.getPrototypeOf(function () {});';

async function buildPart(name) {
  const bundle = await rolldown({
    input: join(here, `src/parts/${name}.ts`),
    platform: 'neutral',
    transform: { target: 'es2022' },
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'built', exports: 'named', codeSplitting: false });
  await bundle.close();
  const { code } = await transform(output[0].code, {
    isModule: false,
    swcrc: false,
    configFile: false,
    jsc: {
      target: 'es5',
      parser: { syntax: 'ecmascript' },
      externalHelpers: false,
      // Not iterableIsArray and not loose: both make iteration over Map and Set silently wrong.
      assumptions: {
        objectRestNoSymbols: true,
        setSpreadProperties: true,
        ignoreFunctionLength: true,
        noNewArrows: true,
      },
    },
  });
  const names = runInNewContext(`${code}\nArray.from(built.part.names);`);
  return { names: JSON.stringify(`|${names.join('|')}|`), source: `function () {\n${FUNCTION}\n${code}\nreturn built.part;\n}` };
}

const parts = await Promise.all(PARTS.map(buildPart));
const sending = PARTS.indexOf('sending');
const unknownCognito = PARTS.indexOf('cognito-self');

const script = `var core = (function () {
var names = [${parts.map(({ names }) => names).join(',\n')}];
var parts = [${parts.map(({ source }) => source).join(',\n')}];
function place(name) {
  for (var index = 0; index < names.length; index += 1) {
    if (names[index].indexOf('|' + name + '|') >= 0) return index;
  }
  return name.indexOf('cognito ') === 0 ? ${unknownCognito} : ${sending};
}
function send(name, json, host) {
  return parts[${sending}]().call(name, json, host, send);
}
return {
  call: function (name, json, host) {
    return parts[place(name)]().call(name, json, host, send);
  }
};
})();
`;

await mkdir(join(here, 'dist'), { recursive: true });
await writeFile(join(here, 'dist/core.js'), script);
await writeFile(join(here, 'dist/core.sha256'), createHash('sha256').update(script).digest('hex'));
