import { text } from '../ui/text.ts';
import { openSettingsAt } from './open-settings.ts';

/** Says that removing an account here leaves its pool asking for codes, and leads to where both end. */
export function PoolNote({ issuer }: { readonly issuer: string }) {
  return (
    <>
      <p class="hint">{text('poolOfAccount', issuer)}</p>
      <button type="button" class="wide" data-testid="pool-open" onClick={() => void openSettingsAt('pools')}>
        {text('poolLeave')}
      </button>
    </>
  );
}
