import { useEffect, useState } from 'preact/hooks';
import type { Reason } from '../detect/reason.ts';
import type { DocumentExplanation, FieldVerdict, PageExplanation } from '../fill/explain-page.ts';
import { ask } from '../ui/ask.ts';
import { refusalText, text, type TextKey } from '../ui/text.ts';
import { reasonText } from './reason-text.ts';
import { useHeadingLedTo } from './use-led-to.ts';

/** What spoke for and against every field of the page that the user has asked about. */
export function WhyHere() {
  const [explanation, setExplanation] = useState<PageExplanation>();
  const load = () => void ask('lastExplanation').then(setExplanation);
  const heading = useHeadingLedTo('why', load);
  useEffect(load, []);

  return (
    <section class="card" aria-labelledby="why" data-testid="why-here">
      <h2 id="why" ref={heading} tabIndex={-1}>
        {text('whyTitle')}
      </h2>
      {explanation === undefined ? <p>{text('whyNone')}</p> : <Explained {...explanation} />}
    </section>
  );
}

function Explained({ origin, outcome, acceptedScore, documents }: PageExplanation) {
  const place = origin ?? text('whyThisPage');
  return (
    <>
      <p>{outcome === 'totp' ? text('whyFound', place) : text('whyNotFound', place, refusalText(outcome))}</p>
      {documents.length > 0 && <p class="hint">{text('whyScore', String(acceptedScore))}</p>}
      {documents.map((one, at) => (
        <Fields key={at} {...one} />
      ))}
      {outcome === 'no-code-field' && documents.length > 0 && <p>{text('whyPick')}</p>}
    </>
  );
}

function Fields({ origin, fields }: DocumentExplanation) {
  return (
    <div class="wide-table" role="group" aria-label={text('whyFields', origin)} tabIndex={0}>
      <table>
        <caption>{text('whyFields', origin)}</caption>
        <thead>
          <tr>
            {(['whyField', 'whyVerdict', 'whyFor', 'whyAgainst'] as const).map((key) => (
              <th key={key} scope="col">
                {text(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field, at) => (
            <Field key={at} {...field} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Field({ name, verdict, kind, score, evidence, against }: FieldVerdict) {
  const verdictText = text(`whyVerdict_${verdict.replaceAll('-', '_')}` as TextKey);
  return (
    <tr data-verdict={verdict}>
      <th scope="row">{name === '' ? <em>{text('whyNameless')}</em> : <bdi>{name}</bdi>}</th>
      <td>
        {kind === undefined ? verdictText : `${verdictText}: ${text(`whyKind_${kind}`)}`}
        <span class="hint">{text('whyPoints', score.toLocaleString(document.documentElement.lang))}</span>
      </td>
      <td>
        <Reasons of={evidence} />
      </td>
      <td>
        <Reasons of={against} />
      </td>
    </tr>
  );
}

function Reasons({ of }: { readonly of: readonly Reason[] }) {
  return (
    <ul>
      {of.map((reason) => (
        <li key={reason}>{reasonText(reason)}</li>
      ))}
    </ul>
  );
}
