import type { AccountViewsApi } from './account-views-api.ts';
import type { AccountsApi } from './accounts-api.ts';
import type { BackupApi } from './backup-api.ts';
import type { ImportApi } from './import-api.ts';
import type { InlineSitesApi } from './inline-sites-api.ts';
import type { PoolsApi } from './pools-api.ts';
import type { RecoveryApi } from './recovery-api.ts';
import type { TabApi } from './tab-api.ts';
import type { VaultApi } from './vault-api.ts';

/** What the extension's own pages may ask of the background, by name. Everything else is refused unread. */
export interface PageApi
  extends VaultApi, AccountViewsApi, AccountsApi, ImportApi, BackupApi, PoolsApi, TabApi, RecoveryApi, InlineSitesApi {}
