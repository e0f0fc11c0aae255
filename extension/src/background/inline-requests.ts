import type { InlineSitesApi } from '../messages/inline-sites-api.ts';
import type { InlineSites } from './inline-sites.ts';

/** Answers to the pages about the sites where codes are offered at the field. */
export function inlineRequests(sites: InlineSites): InlineSitesApi {
  return {
    isInlineAt: ({ origin }) => sites.has(origin),
    inlineSites: () => sites.all(),
    offerInlineAt: ({ origin }) => sites.turnOn(origin),
    stopInlineAt: ({ origin }) => sites.turnOff(origin),
  };
}
