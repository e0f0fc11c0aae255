import { browser } from '../browser.ts';
import { type Message, type PageApi, type Reply, valueOf } from '../messages.ts';

/** Asks the background, from a page of the extension. @throws Error when the background failed */
export async function ask<Name extends keyof PageApi>(
  name: Name,
  ...[input]: Parameters<PageApi[Name]>
): Promise<Awaited<ReturnType<PageApi[Name]>>> {
  const reply: Reply | undefined = await browser.runtime.sendMessage({ name, input } satisfies Message);
  if (reply === undefined) throw new Error(`The background does not answer ${name}.`);
  return valueOf(reply) as Awaited<ReturnType<PageApi[Name]>>;
}
