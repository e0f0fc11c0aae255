import { hasAmrMapper, planAmr } from '../../install/plan-amr.ts';
import { install } from '../commands.ts';
import { ok, warning } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** Applications that rely on the claim can't see otherwise that a factor was proven. */
export const amr = whenAsked(({ clientScopes, realm }) => {
  if (hasAmrMapper(clientScopes)) return ok('Tokens say in the claim amr how the user has signed in.');
  const remedy =
    planAmr(clientScopes).length > 0
      ? install(realm)
      : 'Add the mapper lifeguard-amr-mapper to a client scope that your applications have.';
  return warning(
    'No client scope has the mapper of the claim amr, so tokens do not say how the user has signed in.',
    remedy,
  );
});
