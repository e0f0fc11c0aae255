import type { Pool, PluginChange } from '../connect.ts';

/** Why the plugin has not done what was asked, in a sentence for the operator. */
export interface UserRefusal {
  readonly ok: false;
  readonly code: 'invalid-phone-number' | 'invalid-preference' | 'user-store-is-read-only';
  readonly reason: string;
}

/** Asks the plugin about one user's factors, or changes them. */
export async function askAboutUser<Answer extends object>(
  pool: Pool,
  id: string,
  { path = '', change }: { readonly path?: string; readonly change?: PluginChange },
): Promise<({ readonly ok: true } & Answer) | UserRefusal> {
  const answer = await pool.askPlugin(`/users/${encodeURIComponent(id)}${path}`, change);
  return answer as ({ readonly ok: true } & Answer) | UserRefusal;
}
