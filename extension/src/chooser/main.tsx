import { render } from 'preact';
import { localizePage } from '../ui/text.ts';
import { Chooser } from './chooser.tsx';
import { askFromFrame, onSurroundings } from './connect.ts';

localizePage('chooserTitle');
let isOpen = false;
onSurroundings(async ({ challenge, port }) => {
  const view = await askFromFrame('openChooser', { challenge });
  if (view === undefined || isOpen) return;
  isOpen = true;
  render(<Chooser first={view} port={port} />, document.getElementById('app')!);
});
