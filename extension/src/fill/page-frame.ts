import type { FrameSignals } from '../detect/frame-signals.ts';

/** A document of a tab: what it says of itself, and where it is, as the browser vouches for it. */
export interface PageFrame {
  readonly frameId: number;
  readonly documentId: string;
  /** `MessageSender.origin`, with its port; `null` as a text for an opaque origin. */
  readonly origin: string;
  readonly signals: FrameSignals;
  /** The handle of the field that the user has named at this origin, where it was found. */
  readonly pickedField?: number | undefined;
}

const TOP_FRAME_ID = 0;

export function topFrame(frames: readonly PageFrame[]): PageFrame | undefined {
  return frames.find(({ frameId }) => frameId === TOP_FRAME_ID);
}
