import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Generator } from '../../benchmarks/history/generate.ts';
import { Store } from '../../engine/store/store.ts';
import type { HistoryPage } from '../../protocol/history.ts';
import { buildUi } from '../../scripts/build-ui.js';
import { launchChromium } from '../support/chromium.ts';
import { startEngine } from '../support/engine.ts';
import { temporaryFolder } from '../support/folders.ts';
import { type AppFigure, at } from './figure.ts';

const wantedMs = 300;
const dayMs = 86_400_000;

/** Two sessions a day, seconds of the last month and sums of everything before, as the store would have them. */
const writeYear = async (folder: string, days: number): Promise<void> => {
  const store = await Store.open(join(folder, 'eevee.db'), ({ message }) => {
    throw new Error(message);
  });
  const generator = new Generator(store, 2);
  for (let ago = days; ago > 0; ago -= 1) {
    for (const hours of [1, 2]) {
      generator.play(new Date(Date.now() - ago * dayMs + hours * 3_600_000), hours * 1800, ago > 31);
    }
  }
  store.close();
};

/** Milliseconds from following a link in the page until what it leads to is there to be drawn. */
const openMs = (page: Page, hash: string, selector: string): Promise<number> =>
  page.evaluate(
    async ([link, wanted]) => {
      const began = performance.now();
      location.hash = link!;
      while (!document.querySelector(wanted!)) await new Promise(requestAnimationFrame);
      return performance.now() - began;
    },
    [hash, selector],
  );

/** How long each view of the room History takes to open, with a year of play behind it. */
export const measureHistory = async (quick: boolean): Promise<AppFigure[]> => {
  const data = temporaryFolder('year');
  const days = quick ? 40 : 365;
  await writeYear(data.path, days);
  await buildUi({ log: () => {} });
  const engine = await startEngine(data.path);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 960 } });
    await page.goto(engine.pageUrl);
    await page.locator('[data-testid="room-history"]').waitFor();
    const { sessions } = await engine.get<HistoryPage>('/v1/history/sessions?limit=20');
    const id = (index: number): string => sessions[index % sessions.length]!.session.id;
    const views: [what: string, hash: (round: number) => string, selector: string][] = [
      ['list of sessions', () => '#history', '[data-session]'],
      // Another session each time: one that was looked at is still in the page's memory.
      ['one session, figures and plots', (round) => `#history/${id(round)}`, '[data-testid="plots"] canvas'],
      ['its decisions', (round) => `#history/${id(round + 6)}`, '[data-testid="decisions"] tbody tr'],
      [
        'two compared',
        (round) => `#history/compare/${id(round + 12)}/${id(round + 13)}`,
        '[data-testid="history-compare"] canvas',
      ],
      ['trends', () => '#history/trends', '[data-testid="trend-plots"] canvas'],
    ];
    const figures: AppFigure[] = [];
    for (const [what, hash, selector] of views) {
      const times: number[] = [];
      for (let round = 0; round < 5; round++) {
        await page.evaluate(() => {
          location.hash = '#settings';
        });
        await page.waitForTimeout(400);
        times.push(await openMs(page, hash(round), selector));
      }
      const median = at(
        times.toSorted((a, b) => a - b),
        0.5,
      );
      figures.push({
        what: `${days} days of history: ${what}`,
        measured: `median ${Math.round(median)} ms of ${times.length}`,
        wanted: `≤ ${wantedMs} ms`,
        holds: median <= wantedMs,
      });
    }
    return figures;
  } finally {
    await browser.close();
    await engine.close();
    data.remove();
  }
};
