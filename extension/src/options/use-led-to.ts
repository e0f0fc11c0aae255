import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { stayInSight } from '../ui/stay-in-sight.ts';

/** The heading of a place on this page, which is long. Where the popup has led to it, it gets the focus and stays in sight. */
export function useLedTo(place: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The browser has looked for the place before anything stood here.
    if (heading.current === null || location.hash !== `#${place}`) return;
    heading.current.focus();
    stayInSight(heading.current);
  }, []);
  return heading;
}
