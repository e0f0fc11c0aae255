import type { CognitoPorts } from '../../cognito/ports.ts';
import type { OpenRequest } from './open-request.ts';

type LedgerPorts = Pick<
  CognitoPorts,
  | 'countryOf'
  | 'reserveSpend'
  | 'settleSpend'
  | 'countRefusal'
  | 'tellThreshold'
  | 'spendOf'
  | 'limitRequests'
  | 'addLimitRequest'
  | 'decideLimitRequest'
>;

/** The ledger of the open realm, with texts of the open user. */
export function ledgerPorts(request: OpenRequest): LedgerPorts {
  const ledger = () => request.beside.ledger(request.realm.id);
  return {
    countryOf: () => ledger().countryOf(),
    reserveSpend: (input) => {
      ledger().user = request.user.id;
      return ledger().reserveSpend(input);
    },
    settleSpend: (input) => ledger().settleSpend(input),
    countRefusal: (input) => ledger().countRefusal(input),
    tellThreshold: (input) => ledger().tellThreshold(input),
    spendOf: (input) => ledger().spendOf(input),
    limitRequests: () => ledger().limitRequests(),
    addLimitRequest: (input) => ledger().addLimitRequest(input),
    decideLimitRequest: (input) => ledger().decideLimitRequest(input),
  };
}
