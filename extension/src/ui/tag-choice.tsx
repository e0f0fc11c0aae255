import { text } from './text.ts';

interface Props {
  readonly tags: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (tag: string | undefined) => void;
}

/** The tags that there are, of which one may be chosen. */
export function TagChoice({ tags, chosen, onChoose }: Props) {
  if (tags.length === 0) return null;
  return (
    <div class="tags" role="group" aria-label={text('tags')}>
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          class="tag"
          aria-pressed={tag === chosen}
          onClick={() => onChoose(tag === chosen ? undefined : tag)}
        >
          {tag}
        </button>
      ))}
    </div>
  );
}
