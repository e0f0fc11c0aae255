import { LIFEGUARD_ATTRIBUTES } from '../../profile/lifeguard-attributes.ts';
import { attributeFaults } from '../../profile/plan-profile.ts';
import { install } from '../commands.ts';
import { type Check, ok, problem } from '../finding.ts';

export const userProfile: Check = ({ profile, realm }) => {
  const faults = LIFEGUARD_ATTRIBUTES.flatMap((wanted) => {
    const found = attributeFaults(profile, wanted);
    return found.length === 0 ? [] : [`${wanted.name} (${found.join(', ')})`];
  });
  return faults.length === 0
    ? ok('The user profile has the attributes of Lifeguard, and only administrators edit them.')
    : problem(`The user profile is not as it must be: ${faults.join('; ')}.`, install(realm));
};
