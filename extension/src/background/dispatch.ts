import { type Message, type Reply, replyOf } from '../border.ts';

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

/** A chooser's frame, as the browser vouches for it. */
export type ChooserSender = Omit<ContentSender, 'origin'>;

type PageHandler = (input: never) => Promise<unknown>;
type ContentHandler = (input: unknown, sender: ContentSender) => Promise<unknown>;
type ChooserHandler = (input: never, sender: ChooserSender) => Promise<unknown>;

export interface DispatchTable {
  readonly extension: { readonly id: string; readonly origin: string };
  readonly pages: Readonly<Record<string, PageHandler>>;
  /** The one page of ours that stands in web pages, and what it may ask. */
  readonly chooserPath: string;
  readonly chooser: Readonly<Record<string, ChooserHandler>>;
  readonly content: Readonly<Record<string, ContentHandler>>;
}

/**
 * Sends a message to the handler that its sender may call: pages of the extension to those of `pages`, the chooser in
 * a web page to those of `chooser`, content scripts to those of `content`, and nobody else to any. A refused message gets no answer.
 */
export function dispatch(message: unknown, sender: Sender, table: DispatchTable): Promise<Reply> | undefined {
  if (sender.id !== table.extension.id || !isMessage(message)) return undefined;
  if (isOwnPage(sender, table.extension.origin)) {
    if (isFramed(sender) || isChooser(sender, table)) return dispatchToChooser(message, sender, table);
    const handler = ownHandler(table.pages, message.name);
    return handler && replyOf(() => handler(message.input as never));
  }
  const contentSender = contentSenderOf(sender);
  const handler = ownHandler(table.content, message.name);
  return contentSender && handler && replyOf(() => handler(message.input, contentSender));
}

function dispatchToChooser(message: Message, sender: Sender, table: DispatchTable): Promise<Reply> | undefined {
  const chooserSender = contentSenderOf(sender);
  const handler = ownHandler(table.chooser, message.name);
  if (!isChooser(sender, table) || !isFramed(sender) || chooserSender === undefined) return undefined;
  return handler && replyOf(() => handler(message.input as never, chooserSender));
}

function isChooser({ url }: Sender, { extension, chooserPath }: DispatchTable): boolean {
  return url?.replace(/[?#].*$/s, '') === `${extension.origin}/${chooserPath}`;
}

/** In a tab, but not as the page of that tab. */
function isFramed({ tab, frameId }: Sender): boolean {
  return tab !== undefined && frameId !== 0;
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
