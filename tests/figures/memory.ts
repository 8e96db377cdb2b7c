import { drawnPast, memoryOf, processesOf, type Role, roles, withApp } from './app.ts';
import type { AppFigure } from './figure.ts';

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

/** What the app keeps in memory while the AI plays. */
export const measureMemory = (quick: boolean): Promise<AppFigure[]> =>
  withApp(async (app) => {
    await drawnPast(app.page, quick ? 300 : 3000);
    const found = processesOf(app).map(({ id, role }) => ({ role, ...memoryOf(id) }));
    const sum = (kind: 'resident' | 'proportional', which: readonly Role[]): number =>
      found.filter(({ role }) => which.includes(role)).reduce((total, one) => total + one[kind], 0);
    const line = (what: string, which: readonly Role[], most: number): AppFigure => {
      // Pages that several processes share are there once, not once for each.
      const held = sum('proportional', which);
      return {
        what,
        measured: `${megabytes(held)} (each process counted whole: ${megabytes(sum('resident', which))})`,
        wanted: `≤ ${most} MB`,
        holds: held <= most * 2 ** 20,
      };
    };
    return [
      line('resident memory, app with one session', roles, 900),
      line('of it engine and session', ['engine', 'session'], 400),
    ];
  });
