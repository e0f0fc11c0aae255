import type { LimitRequest } from '@lifeguard/shared/mfa';
import type { Ports, SpendCap, SpendOrder } from '../ports.ts';

interface LedgerText extends SpendOrder {
  readonly id: string;
  state: 'reserved' | 'accepted' | 'refused' | 'unknown';
}

/** The ledger of one pool in memory, with the answers of the one in the database. */
export class MemoryLedger implements Pick<
  Ports,
  | 'countryOf'
  | 'clientAddress'
  | 'reserveSpend'
  | 'settleSpend'
  | 'countRefusal'
  | 'tellThreshold'
  | 'spendOf'
  | 'limitRequests'
  | 'addLimitRequest'
  | 'decideLimitRequest'
> {
  user = 'user';
  country: string | null = 'US';
  address = '192.0.2.1';
  readonly texts: (LedgerText & { readonly user: string })[] = [];
  readonly refusals: string[] = [];
  readonly told: number[] = [];
  private toldLimitInMicroUsd = -1;

  countryOf = (): string | null => this.country;
  clientAddress = (): string => this.address;

  reserveSpend: Ports['reserveSpend'] = (order) => {
    const spent = this.spentInMicroUsd(order.day.slice(0, 7)) + order.priceInMicroUsd;
    const toldInPercent = this.toldLimitInMicroUsd === order.monthlyLimitInMicroUsd ? (this.told.at(-1) ?? 0) : 0;
    if (spent > order.monthlyLimitInMicroUsd) return { ok: false, reason: 'monthly-limit', toldInPercent };
    const reached = this.reachedCap(order);
    if (reached !== undefined) return { ok: false, reason: reached, toldInPercent };
    const id = `text-${this.texts.length + 1}`;
    this.texts.push({ ...order, id, user: this.user, state: 'reserved' });
    return { ok: true, id, spentInMicroUsd: spent, toldInPercent };
  };

  settleSpend: Ports['settleSpend'] = ({ id, outcome }) => {
    const text = this.texts.find((known) => known.id === id);
    if (text?.state === 'reserved') text.state = outcome;
  };

  countRefusal: Ports['countRefusal'] = ({ reason }) => {
    this.refusals.push(reason);
  };

  tellThreshold: Ports['tellThreshold'] = ({ percent, monthlyLimitInMicroUsd }) => {
    this.toldLimitInMicroUsd = monthlyLimitInMicroUsd;
    this.told.push(percent);
  };

  spendOf: Ports['spendOf'] = ({ month }) => ({
    spentInMicroUsd: this.spentInMicroUsd(month),
    tallies: [
      ...this.texts
        .filter(({ state, day }) => (state === 'accepted' || state === 'unknown') && day.startsWith(month))
        .map(({ day, country, state, priceInMicroUsd }) => ({
          day,
          country: country ?? '--',
          outcome: state === 'unknown' ? 'unanswered' : state,
          texts: 1,
          costInMicroUsd: priceInMicroUsd,
        })),
      ...this.refusals.map((outcome) => ({ day: `${month}-01`, country: '--', outcome, texts: 1, costInMicroUsd: 0 })),
    ],
  });

  private requests: readonly LimitRequest[] = [];
  limitRequests = (): readonly LimitRequest[] => {
    const [open, decided] = [true, false].map((isOpen) =>
      this.requests.filter(({ state }) => (state === 'open') === isOpen),
    );
    return [...(open ?? []), ...(decided ?? [])].slice(0, 200);
  };

  addLimitRequest: Ports['addLimitRequest'] = (wish) => {
    const request: LimitRequest = { ...wish, id: `request-${this.requests.length + 1}`, state: 'open' };
    this.requests = [request, ...this.requests];
    return request;
  };

  decideLimitRequest: Ports['decideLimitRequest'] = ({ id, ...decision }) => {
    const open = this.requests.find((request) => request.id === id && request.state === 'open');
    if (open === undefined) return null;
    const decided = { ...open, ...decision };
    this.requests = this.requests.map((request) => (request === open ? decided : request));
    return decided;
  };

  spentInMicroUsd(month: string): number {
    return this.paid()
      .filter(({ day }) => day.startsWith(month))
      .reduce((sum, { priceInMicroUsd }) => sum + priceInMicroUsd, 0);
  }

  private reachedCap({ caps, countedSinceInMillis, phoneNumber, address }: SpendOrder): SpendCap | undefined {
    const counted = this.paid().filter(({ reservedAtInMillis }) => reservedAtInMillis > countedSinceInMillis);
    const counts: Readonly<Record<SpendCap, number>> = {
      'user-cap': counted.filter(({ user }) => user === this.user).length,
      'number-cap': counted.filter((text) => text.phoneNumber === phoneNumber).length,
      'address-cap': counted.filter((text) => text.address === address).length,
      'pool-cap': counted.length,
    };
    return (Object.keys(counts) as SpendCap[]).find((cap) => caps[cap] > 0 && counts[cap] >= caps[cap]);
  }

  private paid() {
    return this.texts.filter(({ state }) => state !== 'refused');
  }
}
