/** The only place that imports the polyfill: background and pages, never a content script. */
export { default as browser } from 'webextension-polyfill';
