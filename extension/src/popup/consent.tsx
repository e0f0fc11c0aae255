import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { LookAlike } from '../site/look-alike.ts';
import { text } from '../ui/text.ts';
import { LookAlikeNote } from './look-alike-note.tsx';

interface Props {
  /** Where the account is filled so far. */
  readonly known: readonly string[];
  /** The origin that would get the code. */
  readonly asking: string;
  /** The origin of the page around it, where that is another one. */
  readonly within?: string;
  readonly lookAlike: LookAlike | undefined;
  readonly onAllow: () => void;
  readonly onCancel: () => void;
}

/** Asks before a code goes where it has never been, with all the names. */
export function Consent({ known, asking, within, lookAlike, onAllow, onCancel }: Props) {
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
  return (
    <div
      class="consent"
      data-testid="consent"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-names`}
    >
      <h3 id={`${id}-title`}>{text('consentTitle')}</h3>
      <dl id={`${id}-names`}>
        {known.length > 0 && <Names term={text('consentKnown')} origins={known} />}
        <Names term={text('consentAsking')} origins={[asking]} />
        {within !== undefined && <Names term={text('consentWithin')} origins={[within]} />}
      </dl>
      <LookAlikeNote lookAlike={lookAlike} host={new URL(asking).hostname} />
      <div class="row">
        <button ref={cancel} type="button" data-testid="cancel" onClick={onCancel}>
          {text('cancel')}
        </button>
        <button type="button" class={lookAlike === undefined ? '' : 'danger'} data-testid="allow" onClick={onAllow}>
          {text('consentAllow')}
        </button>
      </div>
    </div>
  );
}

function Names({ term, origins }: { readonly term: string; readonly origins: readonly string[] }) {
  return (
    <>
      <dt>{term}</dt>
      {origins.map((origin) => (
        <dd key={origin} class="origin" dir="ltr">
          {origin}
        </dd>
      ))}
    </>
  );
}
