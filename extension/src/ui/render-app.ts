import { type ComponentChild, render } from 'preact';

/** Puts the page in the place of what its HTML shows until then. */
export function renderApp(page: ComponentChild): void {
  const app = document.getElementById('app')!;
  app.replaceChildren();
  render(page, app);
}
