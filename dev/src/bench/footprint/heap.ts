import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { provideJdk } from '../../prerequisites/jdk.ts';
import type { SetUpOptions } from '../../set-up-options.ts';

/** The bytes of live objects in a JVM: it collects its garbage first. */
export async function heapAfterCollection(pid: number, options: SetUpOptions): Promise<number> {
  const jcmd = join((await provideJdk(options)).home, 'bin/jcmd');
  await promisify(execFile)(jcmd, [String(pid), 'GC.run']);
  const { stdout } = await promisify(execFile)(jcmd, [String(pid), 'GC.class_histogram'], { maxBuffer: 64_000_000 });
  return parseHistogramTotal(stdout);
}

/** The last line of a class histogram: instances, then bytes. */
export function parseHistogramTotal(histogram: string): number {
  const bytes = /^Total\s+\d+\s+(\d+)/m.exec(histogram)?.[1];
  if (bytes === undefined) throw new Error('the class histogram has no total');
  return Number(bytes);
}
