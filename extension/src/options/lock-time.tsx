import type { ManagedPolicy } from '../managed-policy.ts';
import { LOCK_CHOICES_IN_MINUTES, type Settings } from '../settings.ts';
import { ask } from '../ui/ask.ts';
import type { Status } from '../ui/status-line.tsx';
import { refusalText, text } from '../ui/text.ts';

interface Props {
  readonly settings: Settings;
  readonly policy: ManagedPolicy;
  readonly tell: (status: Status) => Promise<void>;
}

export function LockTime({ settings, policy, tell }: Props) {
  const { maxLockAfterInMinutes: longest = Number.POSITIVE_INFINITY } = policy;
  const allowed = LOCK_CHOICES_IN_MINUTES.filter((minutes) => minutes < longest);
  const choices = Number.isFinite(longest) ? [...allowed, longest] : allowed;
  async function change(lockAfterInMinutes: number): Promise<void> {
    const answer = await ask('changeSettings', { lockAfterInMinutes });
    await tell(
      answer.ok ? { kind: 'news', text: text('saved') } : { kind: 'problem', text: refusalText(answer.reason) },
    );
  }

  return (
    <section class="card">
      <label for="lock-after">{text('lockAfter')}</label>
      <select
        id="lock-after"
        value={String(Math.min(settings.lockAfterInMinutes, longest))}
        onChange={(event) => void change(Number(event.currentTarget.value))}
      >
        {choices.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {duration(minutes)}
          </option>
        ))}
      </select>
      {Number.isFinite(longest) && <p class="hint">{text('managed')}</p>}
    </section>
  );
}

function duration(minutes: number): string {
  if (minutes === 1) return text('oneMinute');
  if (minutes === 60) return text('oneHour');
  return minutes % 60 === 0 ? text('hours', String(minutes / 60)) : text('minutes', String(minutes));
}
