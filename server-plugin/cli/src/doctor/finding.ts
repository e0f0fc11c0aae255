import type { DoctorFacts } from './doctor-facts.ts';

/** One line of the doctor's report. A problem lets a sign-in pass or fail that should not; a warning wants a look. */
export interface Finding {
  readonly level: 'ok' | 'warning' | 'problem';
  readonly message: string;
  /** What mends it, in this order: commands where there are any. Absent when all is well. */
  readonly remedies?: readonly string[];
}

/** Looks at one matter. It only judges: what it needs was read before. */
export type Check = (facts: DoctorFacts) => Finding;

export function ok(message: string): Finding {
  return { level: 'ok', message };
}

export function warning(message: string, ...remedies: readonly string[]): Finding {
  return { level: 'warning', message, remedies };
}

export function problem(message: string, ...remedies: readonly string[]): Finding {
  return { level: 'problem', message, remedies };
}

export function quotedList(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
