import { browser } from '../browser.ts';
import { accountRequests } from './account-requests.ts';
import { accountViews } from './account-views.ts';
import { countAsUse, hastenAutoLock, onAutoLock, onScreenLock, scheduleAutoLock } from './auto-lock.ts';
import { backupRequests } from './backup-requests.ts';
import { chooserRequests } from './chooser-requests.ts';
import { contentReports } from './content-reports.ts';
import { addFillMenu, onFillMenu } from './fill-menu.ts';
import { fillByMenu } from './fill-by-menu.ts';
import { dispatch, type Sender } from './dispatch.ts';
import { fillByCommand } from './fill-by-command.ts';
import { importRequests } from './import-requests.ts';
import { inlineRequests } from './inline-requests.ts';
import { poolRequests } from './pool-requests.ts';
import { refreshChoosers } from './offer-inline.ts';
import { recoveryRequests } from './recovery-requests.ts';
import { openServices } from './services.ts';
import { settleEnrolment } from './settle-enrolment.ts';
import { closeStorageToContentScripts } from './storage-access.ts';
import { tabRequests } from './tab-requests.ts';
import { vaultRequests } from './vault-requests.ts';
import { waitInUse } from './wait-in-use.ts';
import { CHOOSER_PATH } from '../chooser/chooser-path.ts';
import { onLockChange } from '../lock-change.ts';

const services = openServices();
const { vault, enrolments, inlineSites, inlineOffers, heldCodes, poolSignIn } = services;

const accounts = accountRequests(services);
const inUse = { used: putLockOff, sleep: services.sleep };

const table = {
  extension: { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') },
  pages: countAsUse(
    {
      ...vaultRequests(services),
      ...accounts,
      ...accountViews(services),
      ...tabRequests(services),
      ...inlineRequests(inlineSites),
      ...importRequests(services),
      ...backupRequests(services),
      ...poolRequests({
        ...services,
        poolSignIn: { ...poolSignIn, showSignIn: (url) => waitInUse(poolSignIn.showSignIn(url), inUse) },
        removeAccount: accounts.removeAccount,
      }),
      ...recoveryRequests(services),
    },
    onUse,
  ),
  chooserPath: CHOOSER_PATH,
  // A press in a page grants no picture of the tab.
  chooser: chooserRequests({
    ...services,
    captureTab: undefined,
    onFilled: putLockOff,
    openPopup: () => browser.action.openPopup(),
  }),
  content: contentReports({ ...services, onPicked: onFillCommand }),
};

closeStorageToContentScripts();
browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => dispatch(message, sender, table));
browser.runtime.onStartup.addListener(() => void vault.lock());
browser.commands.onCommand.addListener((command, tab) => {
  if (command === 'fill-code' && tab?.id !== undefined) void onFillCommand(tab.id);
});
browser.runtime.onInstalled.addListener(addFillMenu);
onFillMenu(async (target) => {
  await settleEnrolment(target.tabId, services);
  await fillByMenu(target, services);
  await putLockOff();
});
browser.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status === 'complete') void settleEnrolment(tabId, services);
});
browser.tabs.onRemoved.addListener((tabId) => {
  void enrolments.end({ tabId });
  void inlineOffers.end(tabId);
  void heldCodes.end(tabId);
});
browser.permissions.onAdded.addListener(() => void inlineSites.register());
browser.permissions.onRemoved.addListener(() => void inlineSites.reconcile());
// An organisation that lets the vault be open for a shorter time means the one that is open, too.
browser.storage.managed.onChanged.addListener(() => void hastenLock());
onAutoLock(() => vault.lock());
onScreenLock(() => vault.lock());
onLockChange(browser.storage.session.onChanged, (state) => {
  void refreshChoosers(services);
  if (state === 'locked') void heldCodes.clear();
});
void inlineSites.reconcile();

async function onFillCommand(tabId: number): Promise<void> {
  // In Firefox the key press is the first chance to see whether an enrolment in this tab was accepted.
  await settleEnrolment(tabId, services);
  await fillByCommand(tabId, services);
  await putLockOff();
}

async function onUse(): Promise<void> {
  await putLockOff();
  // What the user has changed may be what a chooser shows.
  void refreshChoosers(services);
}

/** After every act of the user the time until the lock begins anew. */
async function putLockOff(): Promise<void> {
  await vault.stayUnlocked();
  await scheduleAutoLock(await services.lockAfterInMinutes());
}

/** No act of the user: the time may become shorter, and not begin anew. */
async function hastenLock(): Promise<void> {
  await vault.hastenLock();
  await hastenAutoLock(await services.lockAfterInMinutes());
}
