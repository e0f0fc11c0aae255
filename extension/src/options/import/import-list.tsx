import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ImportDescription } from '../../messages/import-api.ts';
import { accountTitle } from '../../ui/account-title.ts';
import { SaidOnce } from '../../ui/said-once.tsx';
import { text } from '../../ui/text.ts';
import { rejectText } from './import-texts.ts';

interface Props {
  readonly preview: ImportDescription;
  readonly onImport: () => Promise<void>;
  readonly onCancel: () => void;
}

/** What an import would do, entry by entry, before anything is written. */
export function ImportList({ preview, onImport, onCancel }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isBusy, setBusy] = useState(false);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { accepted, duplicates, rejected, skipped, batches } = preview;
  const codes = duplicates.filter(({ bringsCodes }) => bringsCodes).length;
  const missing = batches.flatMap((batch) => batch.missing.map((place) => String(place + 1)));

  async function importNow(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    await onImport();
  }

  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {accepted.length > 0 ? text('importFound', String(accepted.length)) : text('importNothing')}
      </h3>
      {codes > 0 && <p>{text('importCodesFound', String(codes))}</p>}
      <ul class="imported" data-testid="accepted">
        {accepted.map((entry, place) => (
          <li key={place}>
            {accountTitle(entry)}{' '}
            {entry.origins.length > 0 && (
              <bdi class="hint" dir="ltr">
                {entry.origins.join(', ')}
              </bdi>
            )}
          </li>
        ))}
      </ul>
      {duplicates.length > 0 && (
        <details open={accepted.length === 0}>
          <summary>{text('importDuplicates', String(duplicates.length))}</summary>
          <ul class="imported" data-testid="duplicates">
            {duplicates.map((entry, place) => (
              <li key={place}>
                {accountTitle(entry)} <span class="hint">{duplicateText(entry)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {rejected.length > 0 && (
        <>
          <h4>{text('importRejected', String(rejected.length))}</h4>
          <ul class="imported" data-testid="rejected">
            {rejected.map(({ name, reason, line, index }, place) => (
              <li key={place}>
                {name || text('importEntry', String(line ?? (index ?? place) + 1))}{' '}
                <span class="hint">{rejectText(reason)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {skipped > 0 && <p class="hint">{text('importSkipped', String(skipped))}</p>}
      {missing.length > 0 && <p class="problem">{text('importMissing', missing.join(', '))}</p>}
      <div class="row">
        {accepted.length + codes > 0 && (
          <button
            type="button"
            class="primary"
            data-testid="import-now"
            aria-disabled={isBusy}
            onClick={() => void importNow()}
          >
            {text(isBusy ? 'working' : 'importNow')}
          </button>
        )}
        <SaidOnce isOn={isBusy} says={text('working')} />
        <button type="button" aria-disabled={isBusy} onClick={() => !isBusy && onCancel()}>
          {text('cancel')}
        </button>
      </div>
    </>
  );
}

function duplicateText({ heldBy, bringsCodes }: ImportDescription['duplicates'][number]): string {
  if (bringsCodes) return text('importBringsCodes');
  return text(heldBy === 'vault' ? 'importInVault' : 'importTwice');
}
