import type { AccountDescription } from '../messages/account-views-api.ts';
import type { Answer } from '../border.ts';
import { ask } from '../ui/ask.ts';
import { text } from '../ui/text.ts';

interface Props {
  readonly account: AccountDescription;
  /** The site at hand, if the account is filled there. */
  readonly site: string | undefined;
  readonly onAnswer: (answer: Answer<object, 'locked'>) => Promise<void>;
}

/** What the user may allow an account beyond filling at exact addresses. All of it is off until then. */
export function SiteChoices({ account, site, onAnswer }: Props) {
  const { id, domains, coveredDomains, submitsAt, fieldsAt } = account;
  return (
    <>
      {domains.map((domain) => (
        <Choice
          key={domain}
          name="cover-domains"
          label={text('coverDomains', domain)}
          isOn={coveredDomains.includes(domain)}
          onChange={async (covers) => onAnswer(await ask('coverDomain', { id, domain, covers }))}
        />
      ))}
      {site !== undefined && (
        <Choice
          name="submit-at"
          label={text('submitAt', site)}
          isOn={submitsAt.includes(site)}
          onChange={async (submits) => onAnswer(await ask('submitAt', { id, origin: site, submits }))}
        />
      )}
      {site !== undefined && fieldsAt.includes(site) && (
        <button
          type="button"
          data-testid="forget-field"
          onClick={async () => onAnswer(await ask('forgetField', { id, origin: site }))}
        >
          {text('forgetField')}
        </button>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => Promise<void>;
}

function Choice({ name, label, isOn, onChange }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        data-testid={name}
        checked={isOn}
        onChange={(event) => void onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
