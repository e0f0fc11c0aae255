import type { FrameApi } from '../messages.ts';
import { answerRequests, tell } from './background.ts';
import { animationsSettled } from './animations.ts';
import { sharedFieldHandles } from './field-handles.ts';
import { inputBySelector, selectorOf } from './field-selector.ts';
import { fillField } from './fill-field.ts';
import { pickField } from './pick-field.ts';
import { pictureDataUrl, squarePictures } from './pictures.ts';
import { readSignals } from './read-signals.ts';
import { submitForm } from './submit-form.ts';
import { watchForm } from './watch-form.ts';

// In the extension's isolated world, where a second injection must not add a second listener. A symbol, because even
// there a name would be an element of the page that has it as its id.
const LISTENING = Symbol.for('lifeguard is listening');
const world = globalThis as { [LISTENING]?: true };

if (world[LISTENING] === undefined) {
  world[LISTENING] = true;
  listen();
}

function listen(): void {
  const handles = sharedFieldHandles();
  const frame: FrameApi = {
    async readFrame({ request, depth }) {
      await animationsSettled();
      await tell('frameRead', { request, signals: readSignals(handles, depth) });
    },
    fillField: (input) => fillField(input, handles),
    async collectPictures() {
      const dataUrls = await Promise.all(squarePictures().map(pictureDataUrl));
      return dataUrls.filter((dataUrl) => dataUrl !== undefined);
    },
    async pickField() {
      pickField((input) => void tell('fieldPicked', { selector: selectorOf(input) }));
    },
    async findField({ selector }) {
      const input = inputBySelector(selector);
      return input && handles.handleOf(input);
    },
    async submitForm({ field }) {
      const input = handles.inputOf(field);
      if (input !== undefined) submitForm(input);
    },
    async watchForm({ field }) {
      const input = handles.inputOf(field);
      if (input === undefined) return;
      watchForm(input, {
        onLeft: (by) => void tell('enrolmentLeft', { by }),
        onStillOpen: () => void tell('enrolmentOpen', {}),
      });
    },
  };
  answerRequests(frame);
}
