import type { Status } from '../ui/status-line.tsx';
import { text } from '../ui/text.ts';
import { askFromFrame } from './connect.ts';

/** Opens the popup, which asks for the password: never this frame, which a page could imitate. */
export function UnlockButton({ tell }: { readonly tell: (status: Status) => void }) {
  async function unlock(): Promise<void> {
    if (!(await askFromFrame('openPopup'))) tell({ kind: 'news', text: text('chooserUnlockByHand') });
  }

  return (
    <>
      <p>{text('unlockTitle')}</p>
      <button type="button" class="primary wide" data-first onClick={() => void unlock()}>
        {text('unlock')}
      </button>
    </>
  );
}
