import { findCodeFields } from '../detect/code-field.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { type Message, type Reply, valueOf } from '../border.ts';
import type { DocumentApi, ReadDepth } from '../content-api.ts';
import type { ContentSender } from './dispatch.ts';
import { parseFrameSignals } from './parse-frame-signals.ts';

/** The scripts of `content`: what most pages need comes alone. */
export type ContentScript = 'fields' | 'set-up' | 'pick' | 'clock';

/** Which of them answers what; the rest is for `fields`, which reads a page before anything else is asked of it. */
const ANSWERED_BY: Readonly<Partial<Record<string, ContentScript>>> = {
  collectPictures: 'set-up',
  collectTexts: 'set-up',
  collectLines: 'set-up',
  watchForm: 'set-up',
  pickField: 'pick',
  readDate: 'clock',
} satisfies Partial<Record<keyof DocumentApi, ContentScript>>;

export interface FramesPorts {
  /** Runs a content script in every frame of a tab that the extension may reach; rejects when it may reach none. */
  readonly inject: (tabId: number, script: ContentScript) => Promise<readonly { readonly documentId: string }[]>;
  readonly send: (tabId: number, documentId: string, message: Message) => Promise<unknown>;
  readonly randomId: () => string;
}

interface DocumentOfTab {
  readonly tabId: number;
  readonly documentId: string;
}

export interface Frames {
  /**
   * Reads every reachable document of a tab; empty when none is.
   * @param depth `likely`: where nobody waits for it, without the second look that a large page without a code field gets
   */
  read(tabId: number, depth?: ReadDepth): Promise<readonly PageFrame[]>;
  /** Takes what a document reports of itself. Reports that nobody asked for are dropped. */
  accept(report: unknown, sender: ContentSender): Promise<void>;
  /** @throws DocumentGoneError when the document leaves its tab before it has answered */
  ask<Name extends keyof DocumentApi>(
    target: DocumentOfTab,
    name: Name,
    ...input: Parameters<DocumentApi[Name]>
  ): ReturnType<DocumentApi[Name]>;
}

/** The user or the page has gone on. */
export class DocumentGoneError extends Error {
  override readonly name = 'DocumentGoneError';
}

/** The answer of a document; `gone` for one that has left its tab before it could answer. */
export async function orGone<T>(answer: Promise<T>): Promise<T | 'gone'> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DocumentGoneError) return 'gone';
    throw error;
  }
}

/** The answer to a request that needs a document of a tab; a refusal where it has left meanwhile. */
export async function refusedIfGone<T>(answer: Promise<T>): Promise<T | { ok: false; reason: 'gone' }> {
  const outcome = await orGone(answer);
  return outcome === 'gone' ? { ok: false, reason: 'gone' } : outcome;
}

/**
 * The documents of tabs. Each reports by a message of its own, because only messages carry the origin that the browser
 * vouches for; the answer to the question just says that the report is in.
 */
export function openFrames({ inject, send, randomId }: FramesPorts): Frames {
  const reports = new Map<string, PageFrame[]>();

  async function replyTo({ tabId, documentId }: DocumentOfTab, name: string, input: unknown): Promise<Reply> {
    const script = ANSWERED_BY[name];
    try {
      if (script !== undefined) await inject(tabId, script);
      return (await send(tabId, documentId, { name, input })) as Reply;
    } catch (error) {
      throw new DocumentGoneError(`No answer to ${name}.`, { cause: error });
    }
  }

  const ask = async (document: DocumentOfTab, name: string, input?: unknown): Promise<unknown> =>
    valueOf(await replyTo(document, name, input));

  async function readAll(
    tabId: number,
    documents: readonly { readonly documentId: string }[],
    depth: ReadDepth,
  ): Promise<readonly PageFrame[]> {
    const request = randomId();
    const pages: PageFrame[] = [];
    reports.set(`${tabId}/${request}`, pages);
    // A frame that goes away in the meantime has nothing to say; the others do.
    await Promise.allSettled(
      documents.map(({ documentId }) => ask({ tabId, documentId }, 'readFrame', { request, depth })),
    );
    reports.delete(`${tabId}/${request}`);
    return pages;
  }

  return {
    ask: ask as Frames['ask'],

    async read(tabId, depth = 'all') {
      // Rejects for pages that no extension may touch and without a grant for the tab: there is nothing to read then.
      const documents = await inject(tabId, 'fields').catch(() => []);
      const likely = await readAll(tabId, documents, 'likely');
      // What costs a large page some ten milliseconds is done only when there is nothing else.
      return depth === 'likely' || likely.some(hasCodeField) ? likely : readAll(tabId, documents, 'all');
    },

    async accept(report, { tabId, frameId, documentId, origin }) {
      const { request, signals } = report as { request?: unknown; signals?: unknown };
      reports
        .get(`${tabId}/${String(request)}`)
        ?.push({ frameId, documentId, origin, signals: parseFrameSignals(signals) });
    },
  };
}

function hasCodeField({ signals }: PageFrame): boolean {
  return findCodeFields(signals).length > 0;
}
