import { decodeBase32, hotp } from '../support/authenticator-app.ts';
import type { CognitoEndpoint } from './endpoint.ts';

const PERIOD_IN_MILLIS = 30_000;
/** On a busy machine, with what has to be asked before. */
const SLOWEST_REQUEST_IN_MILLIS = 10_000;

/** A person's authenticator, by the clock of the endpoint. */
export class Authenticator {
  private readonly endpoint: CognitoEndpoint;
  private readonly seed: Buffer;
  private lastStep = 0;

  constructor(endpoint: CognitoEndpoint, seedBase32: string) {
    this.endpoint = endpoint;
    this.seed = decodeBase32(seedBase32);
  }

  /** A code that the server takes and that was not given before: of the step before while there is time, of this one or the next. */
  async freshCode(): Promise<string> {
    while (this.lastStep > this.step()) await this.endpoint.nextStep();
    const isTimeLeft = PERIOD_IN_MILLIS - (this.endpoint.now() % PERIOD_IN_MILLIS) > SLOWEST_REQUEST_IN_MILLIS;
    this.lastStep = Math.max(this.lastStep + 1, this.step() - (isTimeLeft ? 1 : 0));
    return this.codeOf(this.lastStep);
  }

  /** The code of a step that far from now, given before or not. */
  code(stepsAhead = 0): string {
    return this.codeOf(this.step() + stepsAhead);
  }

  /** Waits until at least that long remains of this step, so that a code keeps its place in the window. */
  async atLeast(millisLeft: number): Promise<void> {
    if (PERIOD_IN_MILLIS - (this.endpoint.now() % PERIOD_IN_MILLIS) < millisLeft) await this.endpoint.nextStep();
  }

  /** Waits until no code was given of any step from that many before this one on. */
  async unusedSince(stepsBefore: number): Promise<void> {
    while (this.lastStep >= this.step() - stepsBefore) await this.endpoint.nextStep();
  }

  /** Right at no moment that is near. */
  wrongCode(): string {
    const near = [-3, -2, -1, 0, 1, 2, 3].map((steps) => this.code(steps));
    return ['111111', '222222', '333333', '444444', '555555', '666666', '777777', '888888'].find(
      (code) => !near.includes(code),
    ) as string;
  }

  private step(): number {
    return Math.floor(this.endpoint.now() / PERIOD_IN_MILLIS);
  }

  private codeOf(step: number): string {
    return hotp(this.seed, step);
  }
}
