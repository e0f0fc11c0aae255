import type { Bench } from './bench.ts';
import { cognitoBench } from './cognito/cognito-bench.ts';
import { footprintBench } from './footprint/footprint-bench.ts';
import { coreCallBench } from './core-call/core-call-bench.ts';
import { pageBench } from './page/page-bench.ts';
import { vaultBench } from './vault/vault-bench.ts';
import { signInBench } from './signin/signin-bench.ts';

/** The benchmarks that exist: one folder each, one line here. */
export const BENCHES: readonly Bench[] = [
  coreCallBench,
  signInBench,
  cognitoBench,
  footprintBench,
  pageBench,
  vaultBench,
];
