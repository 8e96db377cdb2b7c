import type { EngineAddress } from '../../protocol/bridge.ts';
import { askEngine } from './engine-client.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';
import { liveSession, nothingYet, type Playing } from './playing.ts';

/** How often the engine is asked. The page has a stream; for a tray and a notification a second will do. */
const everyMs = 1000;

/** Settings of the engine that are the shell's business. */
export interface ShellSettings {
  pauseKey: string;
  takeOverKey: string;
  notifications: string;
}

type Listener = (now: Playing, before: Playing) => void;

/** What the engine is doing, for the parts of the shell that show it, and the two verbs that they have. */
export class EngineWatch {
  now: Playing = nothingYet;
  readonly #engine: EngineSupervisor;
  readonly #listeners: Listener[] = [];
  readonly #settingsListeners: ((settings: ShellSettings) => void)[] = [];
  /** Whose work is known: another engine's sessions are looked at anew. */
  #token = '';

  constructor(engine: EngineSupervisor) {
    this.#engine = engine;
  }

  start(): void {
    const look = async (): Promise<void> => {
      await this.#look().catch(() => {
        // It is starting or gone; the page says so, and we look again.
      });
      setTimeout(() => void look(), everyMs);
    };
    void look();
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  onSettings(listener: (settings: ShellSettings) => void): void {
    this.#settingsListeners.push(listener);
  }

  /** Where the engine is; null while it is starting. */
  address(): EngineAddress | null {
    return this.#engine.state.state === 'ready' ? this.#engine.state.address : null;
  }

  /** Resolves once the engine answers. */
  async ready(): Promise<void> {
    while (!this.address()) await new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** Stops the game's clock or lets it go on. Without a game that plays, nothing. */
  pauseOrGoOn(): Promise<void> {
    return this.#act(({ state }) => (state === 'paused' ? 'resume' : 'pause'));
  }

  /** Gives the buttons to the human, or back to the AI. */
  takeOverOrHandBack(): Promise<void> {
    return this.#act(({ turn }) => (turn === 'ai' ? 'take-over' : 'hand-back'));
  }

  async #act(verb: (session: NonNullable<ReturnType<typeof liveSession>>) => string): Promise<void> {
    await this.#look();
    const session = liveSession(this.now);
    const address = this.address();
    if (!session || !address) return;
    await askEngine(address, `/v1/sessions/${session.id}/${verb(session)}`, { method: 'POST' });
    await this.#look();
  }

  async #look(): Promise<void> {
    const address = this.address();
    if (!address) return;
    const [sessions, runs, { settings }] = (await Promise.all([
      askEngine(address, '/v1/sessions?limit=20'),
      askEngine(address, '/v1/benchmarks/runs'),
      askEngine(address, '/v1/settings'),
    ])) as [Playing['sessions'], Playing['runs'], { settings: { name: string; value: unknown }[] }];
    const now = { sessions, runs };
    // What a new engine found in its store is old: nothing happened in between.
    const before = this.#token === address.token ? this.now : now;
    this.#token = address.token;
    this.now = now;
    for (const listener of this.#listeners) listener(now, before);
    const value = (name: string): string => String(settings.find((one) => one.name === name)?.value ?? '');
    const ours = {
      pauseKey: value('pauseKey'),
      takeOverKey: value('takeOverKey'),
      notifications: value('notifications'),
    };
    for (const listener of this.#settingsListeners) listener(ours);
  }
}
