import { type App, drawnPast, processesOf, processorMs, type Role, withApp } from './app.ts';
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
/** Computers of the lowest tier get 30 pictures a second; the figure is about those that get all. */
const sixtyPictures = { EEVEE_TIER: 'mid' };

/** Writes down each picture in the moment in which it is drawn, for so long. */
const watch = (app: App, ms: number): Promise<Drawn[]> =>
  app.page.evaluate(
    (length) =>
      new Promise<Drawn[]>((resolve) => {
        const picture = document.querySelector<HTMLElement>('[data-testid="picture"]')!;
        const drawn: Drawn[] = [];
        const observer = new MutationObserver(() => {
          const { frame, captured } = picture.dataset;
          const at = performance.timeOrigin + performance.now();
          drawn.push({ at, frame: Number(frame), captured: Number(captured) });
        });
        observer.observe(picture, { attributeFilter: ['data-captured'] });
        setTimeout(() => {
          observer.disconnect();
          resolve(drawn);
        }, length);
      }),
    ms,
  );

/** How smooth the window is while the AI plays, and what that costs. */
export const measureWindow = (quick: boolean): Promise<AppFigure[]> =>
  withApp(async (app) => {
    // What a start does once is no part of it: code is compiled, the introduction read.
    await drawnPast(app, quick ? 400 : 1200);
    const before = processesOf(app).map(({ id, role }) => ({ id, role, ms: processorMs(id) }));
    const began = performance.now();
    const drawn = await watch(app, quick ? 5000 : 30_000);
    const elapsed = performance.now() - began;
    const share = (role: Role): number =>
      before.filter((each) => each.role === role).reduce((sum, { id, ms }) => sum + processorMs(id) - ms, 0) /
      elapsed;
    return [...smoothness(drawn), ...costs(share)];
  }, sixtyPictures);

const smoothness = (drawn: Drawn[]): AppFigure[] => {
  const [first, last] = [drawn[0]!, drawn.at(-1)!];
  const fps = (1000 * (drawn.length - 1)) / (last.at - first.at);
  const missed = last.frame - first.frame + 1 - drawn.length;
  const ages = drawn.map((one) => one.at - one.captured).sort((a, b) => a - b);
  // Drawn while the engine had made no more than one newer picture.
  const fresh = ages.filter((age) => age < 2 * refreshMs).length / ages.length;
  return [
    {
      what: 'pictures drawn in the window (the game makes 59.7)',
      measured: `${fps.toFixed(1)} fps, ${missed} of ${drawn.length + missed} frames not shown`,
      wanted: '≥ 59 fps',
      holds: fps >= 59,
    },
    {
      what: 'age of a picture when it is drawn',
      measured: `p50 ${at(ages, 0.5).toFixed(1)}, p95 ${at(ages, 0.95).toFixed(1)}, p99 ${at(ages, 0.99).toFixed(1)} ms`,
    },
    {
      what: 'drawn at most one refresh behind the engine',
      measured: `${(100 * fresh).toFixed(1)} %`,
      wanted: '≥ 99 %',
      holds: fresh >= 0.99,
    },
  ];
};

const costs = (share: (role: Role) => number): AppFigure[] => [
  {
    what: "the page's process",
    measured: `${(100 * share('page')).toFixed(1)} % of a core`,
    wanted: '≤ 25 %',
    holds: share('page') <= 0.25,
  },
  {
    what: 'all others (software drawing included)',
    measured: (['shell', 'engine', 'session', 'other'] as const)
      .map((role) => `${role} ${(100 * share(role)).toFixed(0)} %`)
      .join(', '),
  },
];
