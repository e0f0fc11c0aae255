import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SettingsPlace } from '../settings-place.ts';
import { stayInSight } from '../ui/stay-in-sight.ts';

/** Calls back each time the popup has led to a place of this page, which it has opened for that or found open. */
export function useLedTo(place: SettingsPlace, onLedTo: () => void): void {
  useLayoutEffect(() => {
    function look(): void {
      if (location.hash !== `#${place}`) return;
      // It is done once: whoever loads the page anew has not asked for it again.
      history.replaceState(undefined, '', location.pathname);
      onLedTo();
    }
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
}

/** The heading of a place on this page, which is long. Where the popup has led to it, it gets the focus and stays in sight. */
export function useHeadingLedTo(place: SettingsPlace, onLedTo?: () => void): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLedTo(place, () => {
    onLedTo?.();
    if (heading.current === null) return;
    heading.current.focus();
    stayInSight(heading.current);
  });
  return heading;
}
