import type { PageApi } from '../messages.ts';
import { fillCode, type FillPorts } from './fill-code.ts';
import { pickField, type PickPorts } from './pick-field.ts';
import { readPage, type ReadPagePorts } from './read-page.ts';
import { setUpHere, type SetUpPorts } from './set-up-here.ts';
import { settle, type SettlePorts } from './settle-enrolment.ts';

/** Answers to the popup about the tab that it hangs on. */
export function tabRequests(
  ports: FillPorts & PickPorts & ReadPagePorts & SetUpPorts & SettlePorts,
): Pick<PageApi, 'readPage' | 'fillCode' | 'pickField' | 'setUpHere'> {
  return {
    async readPage({ tabId }) {
      const frames = await ports.frames.read(tabId);
      await settle(tabId, frames, ports);
      return readPage(tabId, frames, ports);
    },
    pickField: ({ tabId }) => pickField(tabId, ports),
    fillCode: (target) => fillCode(target, ports),
    setUpHere: ({ tabId }) => setUpHere(tabId, ports),
  };
}
