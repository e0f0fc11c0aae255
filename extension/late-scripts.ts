import type { Plugin } from 'vite';

const LOADER = '<script defer src="/after-first-paint.js"></script>';
const BUNDLED =
  /\s*<(?:script type="module"[^>]*><\/script>|link rel="(?:modulepreload|stylesheet)" crossorigin[^>]*>)/g;
const SCRIPT = /<script type="module" crossorigin src="([^"]+)">/;

/** Puts what is bundled for a page that has `public/after-first-paint.js` into the template that this script loads. */
export function lateScripts(): Plugin {
  return {
    name: 'late-scripts',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!html.includes(LOADER)) return html;
        const tags = html.match(BUNDLED)?.join('') ?? '';
        const script = SCRIPT.exec(tags)?.[1];
        if (script === undefined) throw new Error(`No bundled script was found in the page:\n${html}`);
        // The script runs once the styles are there, and is fetched beside them.
        const late = `<link rel="modulepreload" crossorigin href="${script}">${tags}`;
        return html
          .replaceAll(BUNDLED, '')
          .replace(LOADER, `${LOADER}\n    <template id="after-first-paint">${late}\n    </template>`);
      },
    },
  };
}
