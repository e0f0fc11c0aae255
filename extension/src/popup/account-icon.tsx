interface Props {
  readonly name: string;
}

/** As many as the style sheet has. */
const COLORS = 8;

/** The first letter of a name on a colour that belongs to the name: no picture is ever loaded from anywhere. */
export function AccountIcon({ name }: Props) {
  const [letter = ''] = [...new Intl.Segmenter().segment(name.trim())].map(({ segment }) => segment);
  return (
    <span class={`account-icon color-${hash(name) % COLORS}`} aria-hidden="true">
      {letter.toUpperCase()}
    </span>
  );
}

/** FNV-1a over UTF-16 units: the same name has the same colour everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  return value;
}
