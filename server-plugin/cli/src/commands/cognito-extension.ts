import { defineCommand } from 'citty';
import { allowExtension, isExtensionAddress } from '../cognito/extension-client.ts';
import { OperatorError } from '../operator-error.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const cognitoExtension = defineCommand({
  meta: { name: 'extension', description: 'Lets users connect the browser extension to the pool' },
  args: {
    'redirect-uri': {
      type: 'string',
      valueHint: 'URI,URI',
      description: 'Of a build of the extension that has an id of its own, as its settings show it',
    },
    ...connectionArgs,
  },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, async (pool) => {
      const result = await allowExtension(pool, { redirectUris: readRedirectUris(args['redirect-uri']) });
      if (!result.ok) return refuse(result.reason);
      if (result.changes.length === 0) console.log('nothing to do');
      for (const change of result.changes) console.log(`done: ${change}`);
    }),
});

/** @throws {OperatorError} usage */
function readRedirectUris(text: string | undefined): readonly string[] {
  const uris = (text ?? '').split(',').flatMap((uri) => uri.trim() || []);
  const wrong = uris.find((uri) => !isExtensionAddress(uri));
  if (wrong === undefined) return uris;
  throw new OperatorError(
    'usage',
    `${wrong} is no redirect address of an extension: it begins with https:// and has no *.`,
  );
}
