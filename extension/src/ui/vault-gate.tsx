import type { ComponentChild, ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import { onLockChange } from '../lock-change.ts';
import type { VaultStatus } from '../messages/vault-api.ts';
import { ask } from './ask.ts';
import { NewPasswordForm } from './new-password-form.tsx';
import { refusalText } from './text.ts';
import { UnlockForm } from './unlock-form.tsx';
import { useUnexpectedError } from './use-unexpected-error.ts';
import { PageSkeleton } from './page-skeleton.tsx';

interface Props {
  /** The head of the page as long as the gate is closed. */
  readonly brand: ComponentChild;
  /** The page behind the gate; `onLocked` leads back to it. */
  readonly children: (gate: {
    readonly notice: string | undefined;
    readonly onLocked: () => void;
  }) => ComponentChildren;
}

/** Shows what is behind it when the vault is open, else the way to open it. */
export function VaultGate({ brand, children }: Props) {
  const [status, setStatus] = useState<VaultStatus>();
  const [notice, setNotice] = useState<string>();
  const problem = useUnexpectedError();

  async function look(): Promise<void> {
    setStatus(await ask('vaultStatus'));
  }
  useEffect(() => {
    void look();
    return onLockChange(browser.storage.session.onChanged, () => void look());
  }, []);

  if (problem !== undefined)
    return (
      <Gate brand={brand}>
        <Problem text={problem} />
      </Gate>
    );
  if (status === undefined) return <PageSkeleton brand={brand} />;
  if (status.state === 'unlocked') return children({ notice, onLocked: look });
  return (
    <Gate brand={brand}>
      <ClosedVault
        status={status}
        onCreated={look}
        onUnlocked={(restored) => {
          setNotice(restored);
          void look();
        }}
      />
    </Gate>
  );
}

interface GateProps {
  readonly brand: ComponentChild;
  readonly children: ComponentChild;
}

function Gate({ brand, children }: GateProps) {
  return (
    <>
      {brand}
      <main class="gate">{children}</main>
    </>
  );
}

interface ClosedVaultProps {
  readonly status: VaultStatus;
  readonly onCreated: () => void;
  readonly onUnlocked: (notice: string | undefined) => void;
}

function ClosedVault({ status, onCreated, onUnlocked }: ClosedVaultProps) {
  // An open one shows what is behind the gate.
  if (status.state === 'unlocked') return null;
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
