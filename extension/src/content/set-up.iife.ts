import type { SetUpApi } from '../content-api.ts';
import { answerRequests, tell } from './messaging.ts';
import { sharedFieldHandles } from './field-handles.ts';
import { onlyOnce } from './only-once.ts';
import { pictureDataUrl } from './picture-data-url.ts';
import { scanRoots } from './shadow-roots.ts';
import { setUpLinks, shownKeys } from './shown-keys.ts';
import { shownLines } from './shown-lines.ts';
import { squarePictures } from './square-pictures.ts';
import { watchForm } from './watch-form.ts';

onlyOnce('sets up', () => {
  const handles = sharedFieldHandles();
  answerRequests<SetUpApi>({
    async collectPictures() {
      const dataUrls = await Promise.all(squarePictures(scanRoots(document)[0]!).map(pictureDataUrl));
      return dataUrls.filter((dataUrl) => dataUrl !== undefined);
    },
    async collectTexts() {
      const roots = scanRoots(document);
      return { links: setUpLinks(roots), keys: shownKeys(roots) };
    },
    async collectLines() {
      scanRoots(document);
      return shownLines(document);
    },
    async watchForm({ field }) {
      const input = handles.inputOf(field);
      if (input === undefined) return;
      watchForm(input, {
        onLeft: (by) => void tell('enrolmentLeft', { by }),
        onStillOpen: () => void tell('enrolmentOpen', {}),
      });
    },
  });
});
