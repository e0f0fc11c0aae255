import type { ContentApi } from '../content-api.ts';
import type { ContentSender } from './dispatch.ts';
import type { Enrolments } from './enrolments.ts';
import type { Frames } from './frames.ts';
import { offerInline, type OfferPorts } from './offer-inline.ts';
import type { Picks } from './picks.ts';

type ContentHandlers = Record<keyof ContentApi, (report: unknown, sender: ContentSender) => Promise<unknown>>;

interface ReportPorts extends OfferPorts {
  readonly frames: Frames;
  readonly enrolments: Enrolments;
  readonly picks: Picks;
  /** The user has named the field of a tab, and wants its code there. */
  readonly onPicked: (tabId: number) => Promise<void>;
}

/** What comes from content scripts, and so perhaps from a process that the page has taken over: no answer tells anything. */
export function contentReports(ports: ReportPorts): ContentHandlers {
  const { frames, enrolments, picks, onPicked } = ports;
  return {
    frameRead: (report, sender) => frames.accept(report, sender),
    fieldsChanged: (report, sender) => offerInline(report, sender, ports),
    async fieldPicked(report, sender) {
      if (await picks.accept(report, sender)) await onPicked(sender.tabId);
    },
    enrolmentOpen: async () => {},
    async enrolmentLeft(report, { tabId, origin }) {
      const isOwnSite = (await enrolments.all())[tabId]?.origin === origin;
      const by = (report as { by?: unknown }).by === 'submit' ? 'submit' : 'cancel';
      if (isOwnSite) await enrolments.advance(tabId, { kind: 'left-form', by });
    },
  };
}
