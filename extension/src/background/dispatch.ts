import { type Message, type Reply, replyOf } from '../messages.ts';

/** The fields of `MessageSender` that the browser itself fills in, whatever the sending page does. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** A content script's document, as the browser vouches for it. */
export interface ContentSender {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string;
  readonly origin: string;
}

type PageHandler = (input: never) => Promise<unknown>;
type ContentHandler = (input: unknown, sender: ContentSender) => Promise<unknown>;

export interface DispatchTable {
  readonly extension: { readonly id: string; readonly origin: string };
  readonly pages: Readonly<Record<string, PageHandler>>;
  readonly content: Readonly<Record<string, ContentHandler>>;
}

/**
 * Sends a message to the handler that its sender may call: pages of the extension to those of `pages`, content scripts
 * to those of `content`, and nobody else to any. A refused message gets no answer.
 */
export function dispatch(message: unknown, sender: Sender, table: DispatchTable): Promise<Reply> | undefined {
  if (sender.id !== table.extension.id || !isMessage(message)) return undefined;
  if (isOwnPage(sender, table.extension.origin)) {
    const handler = ownHandler(table.pages, message.name);
    return handler && replyOf(() => handler(message.input as never));
  }
  const contentSender = contentSenderOf(sender);
  const handler = ownHandler(table.content, message.name);
  return contentSender && handler && replyOf(() => handler(message.input, contentSender));
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && typeof (value as Message).name === 'string';
}

function isOwnPage({ origin, url }: Sender, ownOrigin: string): boolean {
  return origin === ownOrigin && url !== undefined && url.startsWith(`${ownOrigin}/`);
}

function contentSenderOf({ tab, frameId, documentId, origin }: Sender): ContentSender | undefined {
  if (tab?.id === undefined || frameId === undefined || documentId === undefined || origin === undefined)
    return undefined;
  return { tabId: tab.id, frameId, documentId, origin };
}

function ownHandler<Handler>(handlers: Readonly<Record<string, Handler>>, name: string): Handler | undefined {
  return Object.hasOwn(handlers, name) ? handlers[name] : undefined;
}
