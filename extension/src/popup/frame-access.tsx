import { browser } from '../browser.ts';
import { hostPattern } from '../site/host-pattern.ts';
import { text } from '../ui/text.ts';
import type { ViewProps } from './view-props.ts';

/** Frames of other sites that the browser hides from the extension until the user lets it look. */
export function FrameAccess({ view, tell }: ViewProps) {
  const origins = view.page?.codeField === 'totp' ? [] : (view.page?.unseenOrigins ?? []);
  if (origins.length === 0) return null;

  async function letIn(origin: string): Promise<void> {
    // At once, because the browser asks only in answer to a press.
    const isGranted = await browser.permissions.request({ origins: [hostPattern(origin)] });
    if (isGranted) await tell({ kind: 'news', text: text('frameSeen', origin) }, { changed: true });
  }

  return (
    <details class="card" data-testid="frame-access">
      <summary>{text('frameQuestion')}</summary>
      <p class="hint">{text('frameHint')}</p>
      {origins.map((origin) => (
        <button key={origin} type="button" class="wide" data-testid="let-in" onClick={() => void letIn(origin)}>
          {text('letInto', origin)}
        </button>
      ))}
    </details>
  );
}
