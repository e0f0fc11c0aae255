import { kcadmUpdate } from '../commands.ts';
import { type Check, ok, warning } from '../finding.ts';

export const bruteForce: Check = ({ realm }) =>
  realm.bruteForceProtected === true
    ? ok('Brute force detection is on.')
    : warning(
        'Brute force detection is off: passwords and authenticator codes can be guessed without end.',
        kcadmUpdate(['realms', realm.realm], realm, 'bruteForceProtected=true'),
      );
