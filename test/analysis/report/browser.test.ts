import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createMemoryStore } from '../../../analysis/store/memory';
import { describeWithChromium, launchChromium } from '../../support/chromium';
import { service } from '../service/service';
import { recordOf } from './sample';

/** A script for the page: the contrast of every distinct pair of text and background. */
const contrasts = readFileSync(join(__dirname, 'contrasts.js'), 'utf8');

jest.setTimeout(60_000);

describeWithChromium('the pages in a real browser', () => {
  let app: FastifyInstance;
  let browser: Browser;
  let base: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const store = createMemoryStore();
    const records = {
      bad: await recordOf({ errors: 0.078, slow: 3 }),
      healthy: await recordOf({ errors: 0.002, slow: 1, windows: 40 }),
      few: await recordOf({ errors: 0.002, slow: 1, windows: 3 }),
    };
    for (const [name, record] of Object.entries(records)) {
      await store.put(record);
      ids[name] = record.judgement.id;
    }
    app = await service({ store });
    base = await app.listen({ host: '127.0.0.1', port: 0 });
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Opens a page and fails on anything the browser complains about: blocked styles, missing files, errors. */
  async function opened(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(`${base}${path}`, { waitUntil: 'load' });
    await look(page);
    await context.close();
    expect(complaints).toEqual([]);
  }

  const strokeOfCanary = `getComputedStyle(document.querySelector('figure svg [stroke="var(--canary)"]')).stroke`;
  const pages = [['bad'], ['healthy'], ['few'], ['list']] as const;
  const pathOf = (name: string) => (name === 'list' ? '/judgements' : `/judgements/${ids[name]}`);

  test.each(pages)('%s: the policy blocks nothing that the page needs, without a script', async (name) => {
    await opened(pathOf(name), { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.verdict').first().isVisible()).toBe(true);
      // A blocked style would leave the browser's own font and a transparent card.
      await page.screenshot({ fullPage: true });
    });
    await opened(pathOf(name), {}, async (page) => {
      const card = await page.evaluate("getComputedStyle(document.querySelector('section')).borderRadius");
      expect(card).toBe('12px');
    });
  });

  test.each([360, 1_280])('nothing is wider than a screen of %d pixels', async (width) => {
    for (const [name] of pages) {
      await opened(pathOf(name), { viewport: { width, height: 800 } }, async (page) => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      });
    }
  });

  test('what was found can be read on a telephone without moving a table', async () => {
    await opened(pathOf('few'), { viewport: { width: 360, height: 800 } }, async (page) => {
      const ends = await page.evaluate<number[]>(
        `[...document.querySelectorAll('tr.sentence')].map((row) => {
          const range = document.createRange();
          range.selectNodeContents(row);
          return Math.max(...[...range.getClientRects()].filter(({ height }) => height < 40).map(({ right }) => right));
        })`,
      );
      expect(ends).toHaveLength(4);
      expect(Math.max(...ends)).toBeLessThanOrEqual(360);
    });
  });

  test.each(['light', 'dark'] as const)('text has enough contrast in the %s theme', async (colorScheme) => {
    await opened(pathOf('bad'), { colorScheme }, async (page) => {
      const worst = await page.evaluate<{ pair: string; ratio: number }[]>(contrasts);
      expect(worst.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      expect(worst.length).toBeGreaterThan(5);
    });
  });

  test('both themes differ, and charts follow them', async () => {
    const strokes: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await opened(pathOf('bad'), { colorScheme }, async (page) => {
        strokes.push(await page.evaluate<string>(strokeOfCanary));
      });
    }
    expect(new Set(strokes).size).toBe(2);
    expect(strokes.every((stroke) => stroke.startsWith('rgb'))).toBe(true);
  });

  test('can be read by the keyboard: tables and charts that scroll take the focus, details open', async () => {
    await opened(pathOf('bad'), {}, async (page) => {
      const summary = page.locator('section[aria-labelledby="queries"] summary');
      await summary.focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('section[aria-labelledby="queries"] pre').first().isVisible()).toBe(true);
      expect(await page.locator('.scroll:not([tabindex="0"])').count()).toBe(0);
      expect(await page.locator('h1').count()).toBe(1);
    });
  });
});
