import { ask, type RealmAccess } from './ask.ts';

export type RealmAttributes = Readonly<Record<string, string | undefined>>;

/** All attributes of the realm, as they are: of settings that can't be read the plugin shows only what is wrong with them. */
export async function readAttributes(access: RealmAccess): Promise<RealmAttributes> {
  return (await ask<{ readonly attributes?: RealmAttributes }>(access, '')).attributes ?? {};
}
