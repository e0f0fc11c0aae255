/** The page of the extension that stands in web pages, as a path from the root of the extension. */
export const CHOOSER_PATH = 'src/chooser/index.html';
