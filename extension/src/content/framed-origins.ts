/** Smaller frames hold no form: they measure and advertise. */
const MIN_FORM = { width: 120, height: 40 } as const;

/** The origins of the frames in which a form may be seen, as the page asked for them. */
export function framedOrigins(frames: readonly HTMLIFrameElement[]): readonly string[] {
  return [...new Set(frames.filter(mayHoldForm).flatMap(originOf))];
}

function mayHoldForm(frame: HTMLIFrameElement): boolean {
  // Without an origin of its own it is filled nowhere.
  if (frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')) return false;
  const { width, height } = frame.getBoundingClientRect();
  return width >= MIN_FORM.width && height >= MIN_FORM.height && frame.checkVisibility({ visibilityProperty: true });
}

function originOf({ src }: HTMLIFrameElement): readonly string[] {
  return URL.canParse(src) ? [new URL(src).origin] : [];
}
