/** What just happened: `problem` interrupts a screen reader, `news` waits its turn. */
export interface Status {
  readonly kind: 'news' | 'problem';
  readonly text: string;
}

interface Props {
  readonly status: Status | undefined;
  /** Begins the ids of a part of a page; that of the page itself has none. */
  readonly id?: string;
}

/** Always in the page, because screen readers announce changes of a live region and not new regions. */
export function StatusLine({ status, id }: Props) {
  const prefix = id === undefined ? '' : `${id}-`;
  return (
    <div class="status">
      <p id={`${prefix}status`} role="status" class="news">
        {status?.kind === 'news' ? status.text : ''}
      </p>
      <p id={`${prefix}problem`} role="alert" class="problem">
        {status?.kind === 'problem' ? status.text : ''}
      </p>
    </div>
  );
}
