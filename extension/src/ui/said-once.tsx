import { useMemo } from 'preact/hooks';

interface Props {
  readonly isOn: boolean;
  readonly says: string;
}

/** What a button is at, for screen readers: of another name of what has the focus they say nothing. Of a count they hear the beginning. */
export function SaidOnce({ isOn, says }: Props) {
  const said = useMemo(() => (isOn ? says : ''), [isOn]);
  return (
    <span class="visually-hidden" role="status">
      {said}
    </span>
  );
}
