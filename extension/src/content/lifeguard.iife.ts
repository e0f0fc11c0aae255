import type { FrameApi } from '../content-api.ts';
import { answerRequests, tell } from './messaging.ts';
import { animationsSettled } from './animations.ts';
import { sharedFieldHandles } from './field-handles.ts';
import { fillField } from './fill-field.ts';
import { inputBySelector } from './input-by-selector.ts';
import { onlyOnce } from './only-once.ts';
import { readSignals } from './read-signals.ts';
import { submitForm } from './submit-form.ts';

onlyOnce('reads and fills', () => {
  const handles = sharedFieldHandles();
  answerRequests<FrameApi>({
    async readFrame({ request, depth }) {
      await animationsSettled();
      await tell('frameRead', { request, signals: readSignals(handles, depth) });
    },
    fillField: (input) => fillField(input, handles),
    async findField({ selector }) {
      const input = inputBySelector(selector);
      return input && handles.handleOf(input);
    },
    async submitForm({ field }) {
      const input = handles.inputOf(field);
      if (input !== undefined) submitForm(input);
    },
  });
});
