import type { DoctorFacts } from './doctor-facts.ts';

/** One line of the doctor's report. A problem lets a sign-in pass or fail that should not; a warning wants a look. */
export interface Finding {
  readonly level: 'ok' | 'warning' | 'problem';
  readonly message: string;
  /** What mends it: a command where there is one. Absent when all is well. */
  readonly remedy?: string;
}

/** Looks at one matter. It only judges: what it needs was read before. */
export type Check = (facts: DoctorFacts) => Finding;

export function ok(message: string): Finding {
  return { level: 'ok', message };
}

export function warning(message: string, remedy: string): Finding {
  return { level: 'warning', message, remedy };
}

export function problem(message: string, remedy: string): Finding {
  return { level: 'problem', message, remedy };
}

export function quotedList(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
