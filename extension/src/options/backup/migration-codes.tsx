import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { QrCode } from '../../ui/qr-code.tsx';
import { text } from '../../ui/text.ts';

interface Props {
  readonly uris: readonly string[];
  readonly onDone: () => void;
}

/** The QR codes of an export, one after the other, for the camera of a phone. */
export function MigrationCodes({ uris, onDone }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [place, setPlace] = useState(0);
  useLayoutEffect(() => heading.current?.focus(), [place]);
  const title = text('exportCode', String(place + 1), String(uris.length));
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p>{text('exportCodeText')}</p>
      <QrCode text={uris[place]!} label={title} />
      <div class="row">
        {place > 0 && (
          <button type="button" onClick={() => setPlace(place - 1)}>
            {text('exportPrevious')}
          </button>
        )}
        {place < uris.length - 1 && (
          <button type="button" class="primary" onClick={() => setPlace(place + 1)}>
            {text('exportNext')}
          </button>
        )}
        <button type="button" onClick={onDone}>
          {text('exportDone')}
        </button>
      </div>
    </>
  );
}
