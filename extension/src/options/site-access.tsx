import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import type { Status } from '../ui/status-line.tsx';
import { text } from '../ui/text.ts';

interface Props {
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
  /** Reads the settings anew, too. */
  readonly tell: (status: Status) => Promise<void>;
}

/** The sites that the user has given access to: for frames of them in other pages, or for codes at the field. Each with a way to take it back. */
export function SiteAccess({ revision, tell }: Props) {
  const [patterns, setPatterns] = useState<readonly string[]>([]);

  async function load(): Promise<void> {
    setPatterns((await browser.permissions.getAll()).origins ?? []);
  }
  useEffect(() => void load(), [revision]);

  async function takeBack(pattern: string): Promise<void> {
    await browser.permissions.remove({ origins: [pattern] });
    await tell({ kind: 'news', text: text('accessTaken', pattern) });
  }

  return (
    <section class="card" aria-labelledby="access">
      <h2 id="access">{text('access')}</h2>
      <p>{text(patterns.length === 0 ? 'accessNone' : 'accessText')}</p>
      <ul class="origins">
        {patterns.map((pattern) => (
          <li key={pattern}>
            <span dir="ltr">{pattern}</span>
            <button type="button" aria-label={text('takeAccess', pattern)} onClick={() => void takeBack(pattern)}>
              {text('remove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
