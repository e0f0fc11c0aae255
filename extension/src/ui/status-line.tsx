/** What just happened: `problem` interrupts a screen reader, `news` waits its turn. */
export interface Status {
  readonly kind: 'news' | 'problem';
  readonly text: string;
}

/** Always in the page, because screen readers announce changes of a live region and not new regions. */
export function StatusLine({ status }: { readonly status: Status | undefined }) {
  return (
    <div class="status">
      <p id="status" role="status" class="news">
        {status?.kind === 'news' ? status.text : ''}
      </p>
      <p id="problem" role="alert" class="problem">
        {status?.kind === 'problem' ? status.text : ''}
      </p>
    </div>
  );
}
