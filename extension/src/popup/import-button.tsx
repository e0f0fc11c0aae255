import { text } from '../ui/text.ts';
import { openSettingsAt } from './open-settings.ts';

/** Leads to the place in the settings that takes accounts of other apps. */
export function ImportButton() {
  return (
    <button type="button" data-testid="open-import" onClick={() => void openSettingsAt('import')}>
      {text('importTitle')}
    </button>
  );
}
