import type { DoctorReport } from '@lifeguard/cli/audit';
import type { JSX } from 'preact';
import type { RealmAccess } from '../api/ask.ts';
import { text } from '../messages.ts';
import { Card, WhenLoaded } from '../parts/card.tsx';
import { useLoaded } from '../parts/use-loaded.ts';

type Finding = DoctorReport['findings'][number];

export function AuditCard({ access }: { access: RealmAccess }): JSX.Element {
  const { loaded, reload } = useLoaded(() => audit(access));
  return (
    <Card id="audit" title={text('audit.title')}>
      <WhenLoaded loaded={loaded} reload={reload}>
        {({ findings }) => (
          <>
            <p class="figure">{summary(findings)}</p>
            <Findings findings={findings.filter(({ level }) => level !== 'ok')} />
            <details>
              <summary>{text('audit.in-order', { count: count(findings, 'ok') })}</summary>
              <Findings findings={findings.filter(({ level }) => level === 'ok')} />
            </details>
            <div class="actions">
              <button type="button" onClick={reload}>
                {text('audit.again')}
              </button>
            </div>
          </>
        )}
      </WhenLoaded>
    </Card>
  );
}

/** Keycloak's client for its Admin API is larger than all the rest of the page, which does not wait for it. */
async function audit(access: RealmAccess): Promise<DoctorReport> {
  const { runAudit } = await import('./run-audit.ts');
  return runAudit(access);
}

function Findings({ findings }: { findings: readonly Finding[] }): JSX.Element {
  return (
    <ul class="findings">
      {findings.map(({ check, level, message, remedies = [] }) => (
        <li key={check}>
          <p>
            <span class={`badge badge-${level}`}>{text(`audit.${level}`)}</span> {message}
          </p>
          {remedies.length > 0 && (
            <>
              <p class="soft">{text('audit.remedy')}</p>
              <pre tabIndex={0}>
                <code>{remedies.join('\n')}</code>
              </pre>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function summary(findings: readonly Finding[]): string {
  const problems = count(findings, 'problem');
  const warnings = count(findings, 'warning');
  return problems + warnings === 0 ? text('audit.sound') : text('audit.found', { problems, warnings });
}

function count(findings: readonly Finding[], wanted: Finding['level']): number {
  return findings.filter(({ level }) => level === wanted).length;
}
