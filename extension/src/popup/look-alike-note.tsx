import type { Imitation, LookAlike } from '../site/look-alike.ts';
import { text, type TextKey } from '../ui/text.ts';

const SENTENCES: Readonly<Record<Imitation, TextKey>> = {
  letters: 'imitatesByLetters',
  suffix: 'imitatesBySuffix',
  subdomain: 'imitatesBySubdomain',
  'added-word': 'imitatesByAddedWord',
  typo: 'imitatesByTypo',
};

interface Props {
  readonly lookAlike: LookAlike | undefined;
  readonly host: string;
}

/** Says which site of the user's a host looks like, and how. */
export function LookAlikeNote({ lookAlike, host }: Props) {
  if (lookAlike === undefined) return null;
  return (
    <p class="warning" data-testid="look-alike">
      {text(SENTENCES[lookAlike.imitation], host, lookAlike.of)}
    </p>
  );
}
