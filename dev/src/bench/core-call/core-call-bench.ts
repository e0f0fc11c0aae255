import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildJar } from '../../build/build-jar.ts';
import { provideJdk } from '../../prerequisites/jdk.ts';
import type { WrongCase } from '../../score/score.ts';
import type { Bench } from '../bench.ts';
import { COGNITO_CALLS } from './cognito-calls.ts';
import { CORE_CALLS, type CoreCall } from './core-calls.ts';

const CALLS: readonly CoreCall[] = [...CORE_CALLS, ...COGNITO_CALLS];

const PROGRAM = fileURLToPath(new URL('CoreCallBench.java', import.meta.url));

/** What the Java program prints for one operation. */
interface Measurement {
  readonly answer: string;
  /** Answers that differed from the first. */
  readonly otherAnswers: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** Calls of the core as the server makes them: the built JAR in a JVM of its own, one thread. */
export const coreCallBench: Bench = {
  name: 'core-call',
  summary: "microseconds per call of the core's engine in a JVM",
  async run({ log, signal }) {
    const jar = await buildJar({ verify: false, log, signal });
    const jdk = await provideJdk({ log, signal });
    const wrong: WrongCase[] = [];
    const figures: Record<string, number> = { javaVersion: jdk.version };
    for (const call of CALLS) {
      log(`Measuring ${call.name} …`);
      const measurement = await measure({ java: join(jdk.home, 'bin', 'java'), jar, call, signal });
      const why = fault(call, measurement);
      if (why !== undefined) wrong.push({ id: call.name, why });
      for (const [figure, value] of Object.entries(measurement.figures)) figures[`${call.name}${figure}`] = value;
    }
    return { total: CALLS.length, right: CALLS.length - wrong.length, wrong, figures };
  },
};

interface MeasureOptions {
  readonly java: string;
  readonly jar: string;
  readonly call: CoreCall;
  readonly signal: AbortSignal | undefined;
}

async function measure({ java, jar, call, signal }: MeasureOptions): Promise<Measurement> {
  const ports = Object.entries(call.ports).map(([port, value]) => `${port}=${JSON.stringify({ value })}`);
  const args = ['-cp', jar, PROGRAM, call.operation, JSON.stringify(call.input), ...ports];
  const { stdout } = await promisify(execFile)(java, args, { signal });
  return JSON.parse(stdout) as Measurement;
}

/** Speed is worth nothing when the answer is wrong. */
function fault({ isRight }: CoreCall, { answer, otherAnswers }: Measurement): string | undefined {
  if (otherAnswers > 0) return `${otherAnswers} calls answered otherwise than the first`;
  return isRight(JSON.parse(answer)) ? undefined : `the answer was ${answer}`;
}
