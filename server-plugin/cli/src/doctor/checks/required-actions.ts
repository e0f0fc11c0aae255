import { planRequiredActions } from '../../install/required-actions.ts';
import { install } from '../commands.ts';
import { type Check, ok, problem } from '../finding.ts';

export const requiredActions: Check = ({ requiredActions: actions, realm }) => {
  const missing = planRequiredActions(actions);
  return missing.length === 0
    ? ok('The pages on which users set up factors are there.')
    : problem(
        `Users can't set up or manage every factor: ${missing.map(({ what }) => what).join(', ')}.`,
        install(realm),
      );
};
