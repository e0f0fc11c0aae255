import type { PickApi } from '../content-api.ts';
import { answerRequests, tell } from './messaging.ts';
import { onlyOnce } from './only-once.ts';
import { pickField } from './pick-field.ts';
import { selectorOf } from './selector-of.ts';

onlyOnce('lets a field be named', () =>
  answerRequests<PickApi>({
    async pickField() {
      pickField((input) => void tell('fieldPicked', { selector: selectorOf(input) }));
    },
  }),
);
