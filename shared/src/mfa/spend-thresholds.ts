/** The shares of the monthly limit, in percent, at which an operator is told. */
const SPEND_THRESHOLDS: readonly number[] = [50, 80, 100];

/**
 * The thresholds that a month has reached and that nobody has been told of.
 * @param toldInPercent the highest one that somebody was told of; 0 for none
 */
export function reachedThresholds(
  spentInMicroUsd: number,
  limitInMicroUsd: number,
  toldInPercent: number,
): readonly number[] {
  return SPEND_THRESHOLDS.filter(
    (percent) => percent > toldInPercent && spentInMicroUsd * 100 >= limitInMicroUsd * percent,
  );
}
