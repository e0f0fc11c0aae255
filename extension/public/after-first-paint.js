/*
 * Loads what the page's template names as soon as something of the page is seen. A page waits for its scripts before it paints, and a popup
 * shows only then: this one is small, needs no other, and is served as it is.
 */
/** Behind the first frame. A second one that is asked for at once holds up the first, which is not on the screen yet. */
const painted = new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
});
/** A tab in the background paints nothing. A popup is hidden, too, until it is shown for the first time. */
const hiddenForLong = new Promise((resolve) => {
  setTimeout(() => document.hidden && resolve(), 250);
});
void Promise.race([painted, hiddenForLong]).then(load);

async function load() {
  const parts = document.importNode(document.querySelector('#after-first-paint').content, true);
  const scripts = [...parts.querySelectorAll('script')];
  for (const script of scripts) script.remove();
  const styled = [...parts.querySelectorAll('link[rel="stylesheet"]')].map(loaded);
  document.head.append(parts);
  await Promise.all(styled);
  document.head.append(...scripts);
}

/** A style that can't be loaded keeps nobody from the page. */
function loaded(link) {
  return new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
  });
}
