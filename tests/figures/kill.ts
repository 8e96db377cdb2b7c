import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { faultsLeftBehind } from '../../engine/testing/killed-engine.ts';
import type { Session } from '../../protocol/sessions.ts';
import { buildUi } from '../../scripts/build-ui.js';
import { askEngine } from '../support/ask-engine.ts';
import { temporaryFolder } from '../support/folders.ts';
import { commandLine, descendants, processBelow } from '../support/processes.ts';
import { openWindow, type TestWindow } from '../support/window.ts';
import { openDisplay } from '../support/xvfb.ts';
import { drawnPast, wordsOf } from './app.ts';
import type { AppFigure } from './figure.ts';

/** Every process of the app, by what its command line holds; the shell is the one above them all. */
const victims = {
  shell: null,
  page: wordsOf.page,
  engine: wordsOf.engine,
  session: wordsOf.session,
  graphics: '--type=gpu-process',
  services: '--type=utility',
  'process maker': '--type=zygote',
} as const;
type Victim = keyof typeof victims;

const names = Object.keys(victims) as Victim[];
/** Frames after which a session that is killed has an autosave: one is made each second here. */
const surelySaved = 120;
const patienceMs = 60_000;

/** A window that is killed again and again, and its data. */
class KilledApp {
  readonly faults: string[] = [];
  /** Times that the window had to be opened by hand, and that a session was resumed from its autosave. */
  opened = 0;
  resumed = 0;
  readonly #env: Record<string, string>;
  readonly #data: string;
  /** Sessions that the engine told of. */
  readonly #told = new Set<string>();
  #window: TestWindow;
  #page: Page;

  static async open(display: string, data: string): Promise<KilledApp> {
    const env = {
      ...{ DISPLAY: display, EEVEE_DATA_DIR: data, EEVEE_TIER: 'mid', EEVEE_AUTOSAVE_SECONDS: '1' },
      EEVEE_START: 'none',
    };
    const first = await openWindow({ ...env, EEVEE_START: JSON.stringify({ goal: 'gate' }) });
    return new KilledApp(env, data, first);
  }

  private constructor(env: Record<string, string>, data: string, window: TestWindow) {
    this.#env = env;
    this.#data = data;
    this.#window = window;
    this.#page = window.page;
  }

  /** Kills one process while the AI plays, and does what a user would; what is not as it must be is a fault. */
  async kill(victim: Victim): Promise<void> {
    await drawnPast(this.#page, -1);
    await pause(Math.random() * 3000);
    const [session] = await this.#sessions();
    const frame = await this.#frame();
    const shell = this.#window.shell.pid!;
    const below = descendants(shell);
    const words = victims[victim];
    const id = words === null ? shell : processBelow(shell, words);
    if (id === undefined || !session) throw new Error(`There is no ${victim} to kill.`);
    process.kill(id, 'SIGKILL');
    try {
      await this.#recover(victim, session, frame, below);
    } catch (error) {
      this.faults.push(`after the ${victim} was killed: ${error instanceof Error ? error.message : error}`);
      await this.#openAgain(descendants(this.#window.shell.pid!));
      await this.#resume('resume-strip', session, frame);
    }
  }

  /** Closes the window and looks at what is left. */
  async close(): Promise<void> {
    await this.#checkSessions();
    await this.#window.quit();
    await this.#checkDatabase();
  }

  async #recover(victim: Victim, session: Session, frame: number, below: number[]): Promise<void> {
    if (victim === 'page') this.#page = await this.#window.attachAgain();
    if (victim === 'engine' || victim === 'session') return this.#resume('end-card', session, frame);
    // The game goes on, and is seen again; where the window went as a whole, a user opens it again.
    const gone = new Promise<true>((resolve) => {
      if (this.#ended) resolve(true);
      else this.#window.shell.once('exit', () => resolve(true));
    });
    const goesOn = drawnPast(this.#page, frame + 30).then(
      () => false,
      async (error: unknown) => {
        // A page may end a moment before its shell does.
        await pause(2000);
        if (this.#ended) return true;
        throw error;
      },
    );
    if (victim === 'shell') goesOn.catch(() => {});
    else if (!(await Promise.race([goesOn, gone]))) return;
    await gone;
    await this.#openAgain(below);
    await this.#resume('resume-strip', session, frame);
  }

  get #ended(): boolean {
    return this.#window.shell.exitCode !== null || this.#window.shell.signalCode !== null;
  }

  async #openAgain(below: number[]): Promise<void> {
    if (!this.#ended) this.#window.shell.kill('SIGKILL');
    for (let waited = 0; below.some((id) => commandLine(id) !== null); waited += 50) {
      if (waited > patienceMs) throw new Error('processes were left behind');
      await pause(50);
    }
    await this.#checkDatabase();
    this.opened += 1;
    this.#window = await openWindow(this.#env);
    this.#page = this.#window.page;
  }

  /** Goes on with what was played, where that is offered. */
  async #resume(where: 'end-card' | 'resume-strip', session: Session, frame: number): Promise<void> {
    const place = this.#page.locator(`[data-testid="${where}"]`);
    const button = where === 'end-card' ? 'resume-button' : 'resume-last';
    await place.waitFor({ timeout: patienceMs });
    const offer = this.#page.locator(`[data-testid="${button}"]`);
    if ((await offer.count()) === 0) {
      if (frame > surelySaved) this.faults.push(`session ${session.id} cannot be resumed at frame ${frame}`);
      await this.#page.locator('[data-testid="again-button"]').click();
    } else {
      await offer.click();
      this.resumed += 1;
    }
    await place.waitFor({ state: 'detached', timeout: patienceMs });
    await this.#checkSessions();
  }

  async #frame(): Promise<number> {
    const shown = this.#page.locator('[data-testid="picture"]');
    return Number((await shown.getAttribute('data-frame')) ?? -1);
  }

  /** Newest first. */
  async #sessions(): Promise<Session[]> {
    const sessions = await askEngine<Session[]>(this.#page, '/v1/sessions?limit=500');
    for (const { id } of sessions) this.#told.add(id);
    return sessions;
  }

  async #checkSessions(): Promise<void> {
    const told = [...this.#told];
    const there = new Set((await this.#sessions()).map(({ id }) => id));
    for (const id of told) if (!there.has(id)) this.faults.push(`session ${id} is gone`);
  }

  async #checkDatabase(): Promise<void> {
    const faults = await faultsLeftBehind(this.#data, this.#data);
    if (faults) this.faults.push(`the database is damaged: ${faults}`);
  }
}

/** Kill −9 of each process of the app in turn, at random moments, while the AI plays in its window. */
export const measureKills = async (quick: boolean): Promise<AppFigure[]> => {
  await buildUi({ log: () => {} });
  const display = await openDisplay();
  const data = temporaryFolder('kills');
  try {
    const app = await KilledApp.open(display.name, data.path);
    const rounds = quick ? 1 : 10;
    for (let round = 0; round < rounds; round++) for (const name of names) await app.kill(name);
    await app.close();
    for (const fault of app.faults) console.error(`  ${fault}`);
    return [
      {
        what: `kill −9 of each of ${names.length} processes, ${rounds * names.length} in all`,
        measured: `${app.faults.length} faults; ${app.resumed} resumed, ${app.opened} windows opened again`,
        wanted: 'nothing lost',
        holds: app.faults.length === 0,
      },
    ];
  } finally {
    await display.close();
    data.remove();
  }
};
