import { browser } from '../browser.ts';
import type { PageApi } from '../messages.ts';
import { type Message, type Reply, valueOf } from '../border.ts';

/** Asks the background one of the requests of an interface. @throws Error when the background does not answer, or failed */
type Ask<Api extends Record<keyof Api, (input: never) => Promise<unknown>>> = <Name extends keyof Api & string>(
  name: Name,
  ...input: Parameters<Api[Name]>
) => Promise<Awaited<ReturnType<Api[Name]>>>;

/** The way to ask what an interface has. */
export function asker<Api extends Record<keyof Api, (input: never) => Promise<unknown>>>(): Ask<Api> {
  return async (name, ...[input]) => {
    const reply: Reply | undefined = await browser.runtime.sendMessage({ name, input } satisfies Message);
    if (reply === undefined) throw new Error(`The background does not answer ${name}.`);
    return valueOf(reply) as never;
  };
}

/** Asks the background, from a page of the extension. */
export const ask = asker<PageApi>();
