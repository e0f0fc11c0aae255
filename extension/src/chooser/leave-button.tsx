import { Icon } from '../ui/icon.tsx';
import { text } from '../ui/text.ts';

interface Props {
  readonly onLeave: () => void;
  /** Whether there is nothing else to press. */
  readonly isFirst: boolean;
}

export function LeaveButton({ onLeave, isFirst }: Props) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={text('chooserLeave')}
      data-first={isFirst || undefined}
      onClick={onLeave}
    >
      <Icon name="close" />
    </button>
  );
}
