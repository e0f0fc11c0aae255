import type { ContentApi } from '../messages.ts';
import type { ContentSender } from './dispatch.ts';
import type { Enrolments } from './enrolments.ts';
import type { Frames } from './frames.ts';
import type { Picks } from './picks.ts';

type ContentHandlers = Record<keyof ContentApi, (report: unknown, sender: ContentSender) => Promise<unknown>>;

/** What comes from content scripts, and so perhaps from a process that the page has taken over: no answer tells anything. */
export function contentReports(frames: Frames, enrolments: Enrolments, picks: Picks): ContentHandlers {
  return {
    frameRead: (report, sender) => frames.accept(report, sender),
    fieldPicked: (report, sender) => picks.accept(report, sender),
    enrolmentOpen: async () => {},
    async enrolmentLeft(report, { tabId, origin }) {
      const isOwnSite = (await enrolments.all())[tabId]?.origin === origin;
      const by = (report as { by?: unknown }).by === 'submit' ? 'submit' : 'cancel';
      if (isOwnSite) await enrolments.advance(tabId, { kind: 'left-form', by });
    },
  };
}
