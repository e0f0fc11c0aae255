import { useEffect, useState } from 'preact/hooks';
import { ask } from '../ui/ask.ts';
import { ifAnswered } from '../ui/if-answered.ts';
import { text } from '../ui/text.ts';

interface Props {
  readonly tabId: number;
  /** Codes are made for another time from now on. */
  readonly onWrong: () => Promise<void>;
}

/** Says so when this device's clock is not that of the site. */
export function ClockNote({ tabId, onWrong }: Props) {
  const [skewInMillis, setSkew] = useState(0);
  useEffect(() => {
    void ifAnswered(ask('siteClock', { tabId })).then(async (skew = 0) => {
      setSkew(skew);
      if (skew !== 0) await onWrong();
    });
  }, [tabId]);
  if (skewInMillis === 0) return null;
  const by = durationText(Math.abs(skewInMillis));
  return (
    <p class="hint" data-testid="clock">
      {text(skewInMillis > 0 ? 'clockBehind' : 'clockAhead', by)}
    </p>
  );
}

const MINUTE_IN_MILLIS = 60_000;
const HOUR_IN_MILLIS = 60 * MINUTE_IN_MILLIS;

function durationText(millis: number): string {
  const [value, unit] =
    millis < 2 * MINUTE_IN_MILLIS
      ? ([millis / 1000, 'second'] as const)
      : millis < 2 * HOUR_IN_MILLIS
        ? ([millis / MINUTE_IN_MILLIS, 'minute'] as const)
        : ([millis / HOUR_IN_MILLIS, 'hour'] as const);
  const { lang } = document.documentElement;
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(
    value,
  );
}
