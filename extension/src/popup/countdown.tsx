import { text } from '../ui/text.ts';

interface Props {
  readonly millisLeft: number;
  readonly periodInSeconds: number;
}

const ENDS_SOON_IN_SECONDS = 5;

/** How long a code is still good: a ring that runs out around the number of seconds. */
export function Countdown({ millisLeft, periodInSeconds }: Props) {
  // The clock of the page ticks, so it may be behind the one that made the code.
  const secondsLeft = Math.min(Math.max(0, Math.ceil(millisLeft / 1000)), periodInSeconds);
  const percentLeft = (secondsLeft / periodInSeconds) * 100;
  return (
    <span class={secondsLeft <= ENDS_SOON_IN_SECONDS ? 'countdown ends-soon' : 'countdown'}>
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle class="track" cx="18" cy="18" r="15.5" />
        <circle class="rest" cx="18" cy="18" r="15.5" pathLength="100" stroke-dasharray={`${percentLeft} 100`} />
      </svg>
      <span class="seconds" aria-hidden="true">
        {secondsLeft}
      </span>
      <span class="visually-hidden">{text('secondsLeft', String(secondsLeft))}</span>
    </span>
  );
}
