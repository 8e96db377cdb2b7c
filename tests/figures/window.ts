import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Hardware } from '../../protocol/hardware.ts';
import { askEngine } from '../support/ask-engine.ts';
import { type App, drawnPast, processesOf, processorMs, type Role, roles, withApp } from './app.ts';
import { type AppFigure, at } from './figure.ts';

/** One picture as the page drew it. */
interface Drawn {
  /** Milliseconds since 1970. */
  at: number;
  frame: number;
  /** When that frame left the core. */
  captured: number;
}

const refreshMs = 1000 / 60;
/** What attaching and letting go of a debugger sets in motion has come to rest by then. */
const settleMs = 1000;
/** Computers of the lowest tier get 30 pictures a second; the figure is about those that get all. */
const sixtyPictures = { EEVEE_TIER: 'mid' };

/** In the page's own timeline, where what was written down outlasts who asked for it. */
const drawnMark = 'figures:drawn';

/** From now on the page writes down each picture in the moment in which it is drawn. */
const writeDown = ({ page }: App): Promise<void> =>
  page.evaluate((mark) => {
    const picture = document.querySelector<HTMLElement>('[data-testid="picture"]')!;
    const observer = new MutationObserver(() => {
      const { frame, captured } = picture.dataset;
      performance.mark(mark, { detail: { frame: Number(frame), captured: Number(captured) } });
    });
    observer.observe(picture, { attributeFilter: ['data-captured'] });
  }, drawnMark);

const writtenDown = (page: Page): Promise<Drawn[]> =>
  page.evaluate(
    (mark) =>
      performance.getEntriesByName(mark).map((entry) => {
        const { startTime, detail } = entry as PerformanceMark;
        return { ...(detail as Omit<Drawn, 'at'>), at: performance.timeOrigin + startTime };
      }),
    drawnMark,
  );

/** One start: what was drawn, and what share of a core each part took meanwhile. */
interface Start {
  drawn: Drawn[];
  /** What the governor said: lowered settings explain fewer pictures. */
  governor: string[];
  shares: Record<Role, number>;
}

const governorOf = async (page: Page): Promise<string[]> => {
  const { governor } = await askEngine<Hardware>(page, '/v1/hardware');
  return governor.log.map(({ message }) => message);
};

/** The beats of game and display meet anew with each start, so one start proves little. */
const startOnce = (warmUpFrames: number, watchMs: number): Promise<Start> =>
  withApp(async (app) => {
    // What a start does once is no part of it: code is compiled, the introduction read.
    await drawnPast(app.page, warmUpFrames);
    await writeDown(app);
    // Nobody who plays has a debugger attached. It is told of every message with all that is in it, which costs
    // the page half as much again as everything it does by itself.
    await app.browser.close();
    await pause(settleMs);
    const before = processesOf(app).map(({ id, role }) => ({ id, role, ms: processorMs(id) }));
    const [from, began] = [Date.now(), performance.now()];
    await pause(watchMs);
    const elapsed = performance.now() - began;
    const share = (role: Role): number =>
      before.filter((each) => each.role === role).reduce((sum, { id, ms }) => sum + processorMs(id) - ms, 0) /
      elapsed;
    const shares = Object.fromEntries(roles.map((role) => [role, share(role)])) as Start['shares'];
    const page = await app.attachAgain();
    const drawn = (await writtenDown(page)).filter(({ at }) => at >= from && at <= from + elapsed);
    return { drawn, governor: await governorOf(page), shares };
  }, sixtyPictures);

/** How smooth the window is while the AI plays, and what that costs: the worst of several starts. */
export const measureWindow = async (quick: boolean): Promise<AppFigure[]> => {
  const starts: Start[] = [];
  for (let start = 0; start < (quick ? 1 : 5); start++)
    starts.push(quick ? await startOnce(400, 5000) : await startOnce(900, 20_000));
  const steps = starts.flatMap(({ governor }) => governor);
  return [
    ...smoothness(starts.map(({ drawn }) => seenOf(drawn))),
    { what: 'the governor meanwhile', measured: steps.join(' ') || 'lowered nothing' },
    ...costs(starts),
  ];
};

/** What somebody who looks at the window sees of it. */
interface Seen {
  fps: number;
  drawn: number;
  missed: number;
  /** Age of each picture when drawn, in ms, youngest first. */
  ages: number[];
  /** Share that was drawn while the engine had made no more than one newer picture. */
  fresh: number;
}

const seenOf = (drawn: Drawn[]): Seen => {
  const [first, last] = [drawn[0]!, drawn.at(-1)!];
  const ages = drawn.map((one) => one.at - one.captured).sort((a, b) => a - b);
  return {
    fps: (1000 * (drawn.length - 1)) / (last.at - first.at),
    drawn: drawn.length,
    missed: last.frame - first.frame + 1 - drawn.length,
    ages,
    fresh: ages.filter((age) => age < 2 * refreshMs).length / ages.length,
  };
};

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

const smoothness = (seen: Seen[]): AppFigure[] => {
  const fps = Math.min(...seen.map((start) => start.fps));
  const missed = sum(seen.map((start) => start.missed));
  const frames = missed + sum(seen.map((start) => start.drawn));
  const ages = seen.flatMap((start) => start.ages).sort((a, b) => a - b);
  const fresh = Math.min(...seen.map((start) => start.fresh));
  const worstOf = seen.length > 1 ? `, the worst of ${seen.length} starts` : '';
  return [
    {
      what: 'pictures drawn in the window (the game makes 59.7)',
      measured: `${fps.toFixed(1)} fps${worstOf}; ${missed} of all ${frames} frames not shown`,
      wanted: '≥ 59 fps',
      holds: fps >= 59,
    },
    {
      what: 'age of a picture when it is drawn',
      measured: `p50 ${at(ages, 0.5).toFixed(1)}, p95 ${at(ages, 0.95).toFixed(1)}, p99 ${at(ages, 0.99).toFixed(1)} ms`,
    },
    {
      what: 'drawn at most one refresh behind the engine',
      measured: `${(100 * fresh).toFixed(1)} %${worstOf}`,
      wanted: '≥ 99 %',
      holds: fresh >= 0.99,
    },
  ];
};

const costs = (starts: Start[]): AppFigure[] => {
  const worst = (role: Role): number => Math.max(...starts.map(({ shares }) => shares[role]));
  return [
    {
      what: "the page's process",
      measured: `${(100 * worst('page')).toFixed(1)} % of a core`,
      wanted: '≤ 25 %',
      holds: worst('page') <= 0.25,
    },
    {
      what: 'all others (software drawing included)',
      measured: roles
        .filter((role) => role !== 'page')
        .map((role) => `${role} ${(100 * worst(role)).toFixed(0)} %`)
        .join(', '),
    },
  ];
};
