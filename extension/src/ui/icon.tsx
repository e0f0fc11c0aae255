/** Outlines on a grid of 24, drawn for Lifeguard. */
const SHAPES = {
  lock: 'M6 11h12v9H6z M8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  settings: 'M4 7h9 M17 7h3 M4 17h3 M11 17h9 M15 4.5v5 M9 14.5v5',
  add: 'M12 5v14 M5 12h14',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  copy: 'M9 9h11v11H9z M15 9V4H4v11h5',
  done: 'M5 12.5l4.5 4.5L19 7.5',
  more: 'M6 9.5l6 6 6-6',
  close: 'M6.5 6.5l11 11 M17.5 6.5l-11 11',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z M15.5 15.5 20 20',
} as const;

export type IconName = keyof typeof SHAPES;

/** Decoration: the button around it carries the name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
