import type { CDPSession, Page } from '@playwright/test';

/** What the main thread of a page has worked, in milliseconds: what else the machine does is not in it. */
export interface PageCpu {
  millisOf(work: () => Promise<unknown>): Promise<number>;
}

export async function pageCpu(page: Page, session: CDPSession): Promise<PageCpu> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  async function taskMillis(): Promise<number> {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  }
  return {
    async millisOf(work) {
      // A page in the background is slowed down.
      await page.bringToFront();
      const before = await taskMillis();
      await work();
      return (await taskMillis()) - before;
    },
  };
}
