import { useRef, useState } from 'preact/hooks';
import { text } from '../../ui/text.ts';
import type { GivenExport } from './export-reader.ts';

interface Props {
  readonly onGiven: (given: GivenExport) => void;
}

/** Files by picker or by drop, or text by paste. */
export function ChooseExport({ onGiven }: Props) {
  const pasted = useRef<HTMLTextAreaElement>(null);
  const [isOver, setOver] = useState(false);

  function take(files: FileList | null | undefined): void {
    if (files != null && files.length > 0) onGiven({ files: [...files] });
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer?.files);
  }

  function onPaste(event: SubmitEvent): void {
    event.preventDefault();
    onGiven({ text: pasted.current?.value ?? '' });
  }

  return (
    <>
      <label
        class={isOver ? 'drop over' : 'drop'}
        // Without this the browser would open what is dropped.
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <span>{text('importFiles')}</span>
        <input
          type="file"
          id="import-files"
          multiple
          onChange={(event) => {
            const input = event.currentTarget;
            take(input.files);
            // The same file may be chosen again.
            input.value = '';
          }}
        />
      </label>
      <details>
        <summary>{text('importPaste')}</summary>
        <form class="paste" onSubmit={onPaste}>
          <label for="import-text">{text('importPasteLabel')}</label>
          <textarea ref={pasted} id="import-text" rows={4} dir="ltr" spellcheck={false} autocomplete="off" />
          <button>{text('importRead')}</button>
        </form>
      </details>
    </>
  );
}
