import type { Page } from '@playwright/test';

/**
 * By how many pixels the page itself is wider than the screen; a wide table scrolls inside its own
 * frame and does not count.
 */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
