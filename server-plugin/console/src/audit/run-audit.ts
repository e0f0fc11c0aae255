import { doctor, type DoctorReport, openPool } from '@lifeguard/cli/audit';
import { AskError, problemOf, type RealmAccess } from '../api/ask.ts';

/**
 * The checks of `lifeguard doctor`, with the rights of whoever is signed in.
 * @throws {AskError} when something that they look at can't be read
 */
export async function runAudit(access: RealmAccess): Promise<DoctorReport> {
  try {
    return await doctor(openPool(access));
  } catch (cause) {
    const { response } = cause as { readonly response?: Response };
    throw new AskError(problemOf(response?.status), { status: response?.status, cause });
  }
}
