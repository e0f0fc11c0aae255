import type { Box } from '../detect/frame-signals.ts';
import { boxAround, chooserPlace } from './chooser-place.ts';
import { composedParent } from './shadow-roots.ts';
import { hasRivals, isDrawnPlainly, isOnTop, standsAt } from './untouched.ts';

/** How often the chooser's place and surroundings are looked at. */
const LOOK_EVERY_MILLIS = 150;
/** How long all must have been still before a choice counts: longer than a person takes to react. */
const STILL_FOR_MILLIS = 500;
/** A page that keeps the frame from loading has no chooser. */
const LOADS_WITHIN_MILLIS = 5000;
const WIDTH = 320;
const MIN_HEIGHT = 40;
const MAX_HEIGHT = 320;
const FRAME_STYLE = 'all:initial;display:block;border:0;width:100%;height:100%;color-scheme:light dark';
const HOST_STYLE = 'all:initial;display:contents';

export interface ChooserInput {
  readonly challenge: string;
  readonly boxes: readonly HTMLInputElement[];
  readonly pageUrl: string;
  /** The user has sent it away. */
  readonly onDismissed: () => void;
  /** The page has taken it away, or its field. */
  readonly onLost: () => void;
}

export interface ChooserHost {
  readonly challenge: string;
  readonly boxes: readonly HTMLInputElement[];
  enter(): void;
  /** Lets the frame ask anew what it shows. */
  refresh(): void;
  /** Whether it stands as it was put; with `isSeen` also whether the user sees it, and has for a while. */
  vouch(isSeen: boolean): boolean;
  remove(): void;
}

/** What the chooser's frame tells about its looks and the keyboard. */
type FrameNote = { readonly height: number } | { readonly leave: 'dismissed' | 'filled' | 'for-field' };

/**
 * A frame of the extension at a field: in the top layer, in a closed shadow root, where no style and no script of the page
 * reaches it. It is looked at again and again, because a page may still cover it, move the field under the pointer, or take the
 * chooser away.
 */
export function showChooserAt({ challenge, boxes, pageUrl, onDismissed, onLost }: ChooserInput): ChooserHost {
  const field = boxes[0]!;
  const [host, layer, frame] = [
    document.createElement('div'),
    document.createElement('div'),
    document.createElement('iframe'),
  ];
  const { port1: port, port2 } = new MessageChannel();
  const end = new AbortController();
  const { signal } = end;
  let height = MIN_HEIGHT;
  let place: Box | undefined;
  let stillSince = performance.now();
  let isLoaded = false;

  setStyle(host, HOST_STYLE);
  setStyle(frame, FRAME_STYLE);
  layer.popover = 'manual';
  frame.title = chrome.i18n.getMessage('chooserTitle');
  frame.src = pageUrl;
  layer.append(frame);
  host.attachShadow({ mode: 'closed' }).append(layer);
  // What is outside of a modal dialog takes no click and no key.
  (modalAround(field) ?? document.documentElement).append(host);
  const [parent, hostStyle] = [host.parentNode, host.getAttribute('style')];

  // The frame's own window, whoever else may listen: a page that has put another document there gets nothing.
  frame.addEventListener(
    'load',
    () => frame.contentWindow?.postMessage({ challenge }, new URL(chrome.runtime.getURL('')).origin, [port2]),
    { once: true },
  );
  port.addEventListener('message', ({ data }: MessageEvent<FrameNote>) => {
    if ('height' in data) {
      isLoaded = true;
      height = Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, data.height));
      look();
    } else {
      if (data.leave !== 'filled') field.focus();
      if (data.leave !== 'for-field') onDismissed();
    }
  });
  port.start();

  const styles = new MutationObserver(() => {
    disturb();
    if (host.getAttribute('style') !== hostStyle) setStyle(host, HOST_STYLE);
  });
  styles.observe(host, { attributes: true });
  const timer = setInterval(look, LOOK_EVERY_MILLIS);
  for (const event of ['scroll', 'resize']) addEventListener(event, look, { capture: true, passive: true, signal });

  function disturb(): void {
    stillSince = performance.now();
    port.postMessage('disturbed');
  }

  function stands(): boolean {
    const isWhole = host.parentNode === parent && host.isConnected && layer.firstChild === frame && field.isConnected;
    return !signal.aborted && isWhole;
  }

  setTimeout(() => isLoaded || signal.aborted || onLost(), LOADS_WITHIN_MILLIS);

  /** Follows the field. Whatever is not as it was starts the time anew. */
  function look(): void {
    if (!stands()) return onLost();
    const next = field.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      ? chooserPlace({
          field: boxAround(boxes.map((box) => box.getBoundingClientRect())),
          window: { width: document.documentElement.clientWidth, height: innerHeight },
          size: { width: WIDTH, height },
          isRightToLeft: getComputedStyle(field).direction === 'rtl',
        })
      : undefined;
    if (JSON.stringify(next) !== JSON.stringify(place)) move(next);
    if (!isClear()) disturb();
  }

  function move(next: Box | undefined): void {
    place = next;
    disturb();
    if (next === undefined) return layer.hidePopover();
    const { x, y, width } = next;
    setStyle(
      layer,
      `all:initial;display:block;position:fixed;inset:auto;left:${x}px;top:${y}px;width:${width}px;height:${next.height}px;margin:0;padding:0;border:0;overflow:hidden;background:Canvas;border-radius:4px;box-shadow:0 2px 12px #0004`,
    );
    if (!layer.matches(':popover-open')) layer.showPopover();
  }

  function isClear(): boolean {
    return (
      place !== undefined &&
      layer.matches(':popover-open') &&
      document.visibilityState === 'visible' &&
      document.hasFocus() &&
      standsAt(layer, place) &&
      isDrawnPlainly(frame) &&
      isOnTop(frame, place) &&
      !hasRivals(layer)
    );
  }

  look();
  return {
    challenge,
    boxes,
    enter() {
      // Firefox moves no focus into a frame while it handles the key that asks for it.
      setTimeout(() => frame.focus());
    },
    refresh: () => port.postMessage('refresh'),
    vouch(isSeen) {
      if (!isSeen) return stands();
      look();
      const isStill = performance.now() - stillSince >= STILL_FOR_MILLIS;
      return stands() && isStill && isClear() && hasFocusWithin(host);
    },
    remove() {
      end.abort();
      clearInterval(timer);
      styles.disconnect();
      port.close();
      host.remove();
    },
  };
}

function hasFocusWithin(host: HTMLElement): boolean {
  return (host.getRootNode() as Document | ShadowRoot).activeElement === host;
}

function modalAround(field: Element): Element | undefined {
  for (let one: Element | undefined = field; one !== undefined; one = composedParent(one)) {
    if (one.matches(':modal')) return one;
  }
  return undefined;
}

/** `!important` of the element itself is above all that a page can write, and this way no policy of the page forbids it. */
function setStyle(element: HTMLElement, style: string): void {
  element.style.cssText = style
    .split(';')
    .map((one) => `${one} !important`)
    .join(';');
}
