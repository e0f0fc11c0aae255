import { useEffect } from 'preact/hooks';

/** Tells how high the content is, now and whenever it changes. */
export function useHeight(port: MessagePort): void {
  useEffect(() => {
    const content = document.body;
    const sizes = new ResizeObserver(() =>
      port.postMessage({ height: Math.ceil(content.getBoundingClientRect().height) }),
    );
    sizes.observe(content);
    return () => sizes.disconnect();
  }, []);
}
