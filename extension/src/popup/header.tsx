import type { RefObject } from 'preact';
import { browser } from '../browser.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { text } from '../ui/text.ts';
import { useOpener } from '../ui/use-opener.ts';

interface Props {
  readonly isAdding: boolean;
  readonly onAdd: () => void;
  readonly onBack: () => void;
  readonly onLock: () => void;
}

export function Header({ isAdding, onAdd, onBack, onLock }: Props) {
  const opener = useOpener(isAdding);
  return (
    <header class="bar">
      {/* By their keys one does not become the other, with the focus in it. */}
      {isAdding ? (
        <BarButton key="back" id="back" icon="back" label={text('back')} onClick={onBack} />
      ) : (
        <span class="logo" />
      )}
      <h1>{isAdding ? text('addTitle') : 'Lifeguard'}</h1>
      {!isAdding && (
        <BarButton key="add" element={opener} id="add-account" icon="add" label={text('addAccount')} onClick={onAdd} />
      )}
      <BarButton
        id="open-settings"
        icon="settings"
        label={text('settings')}
        onClick={() => void browser.runtime.openOptionsPage().then(() => window.close())}
      />
      <BarButton id="lock" icon="lock" label={text('lock')} onClick={onLock} />
    </header>
  );
}

interface BarButtonProps {
  readonly element?: RefObject<HTMLButtonElement | null>;
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}

function BarButton({ element, id, icon, label, onClick }: BarButtonProps) {
  return (
    <button
      ref={element ?? null}
      id={id}
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
