import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import { hostPattern } from '../site/host-pattern.ts';
import { ask } from './ask.ts';
import { text } from './text.ts';

interface Props {
  readonly origin: string;
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
  readonly onChanged?: () => Promise<void>;
}

/** Whether codes are offered at the field of a site, for which the browser asks the user to let the extension in. */
export function InlineChoice({ origin, revision, onChanged }: Props) {
  const [isOn, setOn] = useState<boolean>();
  async function look(): Promise<void> {
    setOn(await ask('isInlineAt', { origin }));
  }
  useEffect(() => void look(), [origin, revision]);

  async function change(turnsOn: boolean): Promise<void> {
    if (turnsOn) {
      // At once, because the browser asks only in answer to a press; before the answer, because its question may close the popup.
      void ask('offerInlineAt', { origin });
      const isGranted = await browser.permissions.request({ origins: [hostPattern(origin)] });
      await ask(isGranted ? 'offerInlineAt' : 'stopInlineAt', { origin });
    } else {
      await ask('stopInlineAt', { origin });
    }
    await look();
    await onChanged?.();
  }

  return (
    <label class="choice">
      <input
        type="checkbox"
        data-testid="inline"
        checked={isOn === true}
        // A press before it is known would turn on what is on already.
        disabled={isOn === undefined}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      {text('offerInline', origin)}
    </label>
  );
}
