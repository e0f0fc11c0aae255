import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { VaultStatus } from '../messages.ts';
import { ask } from './ask.ts';
import { NewPasswordForm } from './new-password-form.tsx';
import { refusalText, text } from './text.ts';
import { UnlockForm } from './unlock-form.tsx';
import { useUnexpectedError } from './use-unexpected-error.ts';

interface Props {
  /** The page behind the gate; `onLocked` leads back to it. */
  readonly children: (gate: {
    readonly notice: string | undefined;
    readonly onLocked: () => void;
  }) => ComponentChildren;
}

/** Shows what is behind it when the vault is open, else the way to open it. */
export function VaultGate({ children }: Props) {
  const [status, setStatus] = useState<VaultStatus>();
  const [notice, setNotice] = useState<string>();
  const problem = useUnexpectedError();

  async function look(): Promise<void> {
    setStatus(await ask('vaultStatus'));
  }
  useEffect(() => void look(), []);

  if (status?.state === 'unlocked' && problem === undefined) return children({ notice, onLocked: look });
  return (
    <main class="gate">
      {problem !== undefined ? (
        <Problem text={problem} />
      ) : (
        <ClosedVault
          status={status}
          onCreated={look}
          onUnlocked={(restored) => {
            setNotice(restored);
            void look();
          }}
        />
      )}
    </main>
  );
}

interface ClosedVaultProps {
  readonly status: VaultStatus | undefined;
  readonly onCreated: () => void;
  readonly onUnlocked: (notice: string | undefined) => void;
}

function ClosedVault({ status, onCreated, onUnlocked }: ClosedVaultProps) {
  // An open one shows what is behind the gate.
  if (status === undefined || status.state === 'unlocked') return <p class="loading">{text('loading')}</p>;
  switch (status.state) {
    case 'absent':
      return <NewPasswordForm onCreated={onCreated} />;
    case 'locked':
      return <UnlockForm parameters={status.passwordKey} passkey={status.passkey} onUnlocked={onUnlocked} />;
    default:
      return <Problem text={refusalText(status.state)} />;
  }
}

function Problem({ text: sentence }: { readonly text: string }) {
  return (
    <p role="alert" class="card problem">
      {sentence}
    </p>
  );
}
