import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of a page that is loaded when it is shown for the first time, because most who open the page don't need it. */
export function later<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  return function Later(props) {
    const [Part, setPart] = useState<FunctionComponent<Props>>();
    useEffect(() => {
      void load().then((part) => setPart(() => part));
    }, []);
    return Part === undefined ? null : <Part {...props} />;
  };
}
