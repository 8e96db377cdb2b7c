import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HistoryPage, HistorySession } from '../../protocol/history.ts';
import type { Notice, Session } from '../../protocol/sessions.ts';
import { EngineClient } from '../api/client.ts';
import { checkDatabaseFile } from '../backup/check.ts';

/** What went wrong, over all times that something was killed. */
export interface KillTally {
  kills: number;
  /** Of these, kills of a session's process instead of the engine. */
  ofSessions: number;
  /** Database files that were not sound afterwards. */
  corrupt: number;
  /** Sessions that had been answered for and were gone afterwards. */
  lostSessions: number;
  /** Sessions of which frames that had been told were gone afterwards. */
  lostFrames: number;
  /** Sessions that had been saved and could not be resumed. */
  notResumable: number;
  /** Sessions that were in fact resumed, and played on. */
  resumed: number;
  /** What was found, in words. */
  faults: string[];
}

interface Running {
  process: ChildProcess;
  client: EngineClient;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const start = (dataDir: string): Promise<Running> =>
  new Promise((resolve, reject) => {
    const settings = ['--log-level', 'silent', '--tier', 'mid', '--autosave-seconds', '1'];
    const child = fork(
      join(import.meta.dirname, '..', 'main.ts'),
      ['--data-dir', dataDir, '--port', '0', ...settings],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The engine ended with ${code} while it was starting.`)));
    child.on('message', (message: { type: string; url: string; token: string }) => {
      if (message.type === 'ready') resolve({ process: child, client: new EngineClient(message) });
      else reject(new Error(`The engine did not start: ${JSON.stringify(message)}`));
    });
  });

/** Processes that a process has started (Linux). */
const childrenOf = (pid: number): number[] => {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number) : [];
};

const gone = async (pid: number): Promise<void> => {
  for (let waited = 0; waited < 5000 && existsSync(`/proc/${pid}`); waited += 20) await wait(20);
};

/**
 * What is wrong with the database as a killed engine left it; empty where nothing is. A copy in `scratch` is checked
 * whole, so that recovery is left to the next engine.
 */
export const faultsLeftBehind = async (dataDir: string, scratch: string): Promise<string> => {
  const copy = join(scratch, 'left-behind.db');
  for (const suffix of ['', '-wal']) {
    const from = join(dataDir, `eevee.db${suffix}`);
    rmSync(copy + suffix, { force: true });
    if (existsSync(from)) cpSync(from, copy + suffix);
  }
  const { sound, faults } = await checkDatabaseFile(copy, true);
  for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
  return sound ? '' : faults;
};

/**
 * Plays in a real engine and kills it (one time in four, the session's process instead) at random moments, then
 * looks whether everything that it had answered for is there. `scratch`: an empty folder. `tell` hears of each.
 */
export const killAtRandom = async (
  times: number,
  scratch: string,
  tell: (tally: KillTally) => void = () => {},
): Promise<KillTally> => {
  const dataDir = join(scratch, 'data');
  const tally: KillTally = {
    ...{ kills: 0, ofSessions: 0, corrupt: 0, lostSessions: 0, lostFrames: 0, notResumable: 0, resumed: 0 },
    faults: [],
  };
  const fault = (name: 'corrupt' | 'lostSessions' | 'lostFrames' | 'notResumable', words: string): void => {
    tally[name] += 1;
    tally.faults.push(words);
  };
  /** Sessions that an engine has told us of, with the frames that its history had. */
  const promised = new Map<string, number>();
  let last: Session | null = null;
  let running = await start(dataDir);
  try {
    for (; tally.kills < times; tell(tally)) {
      const { client } = running;
      const resumable: string | null = last?.autosave ? last.id : null;
      const session = await client.create(
        resumable && tally.kills % 3 === 0
          ? { resumeFrom: resumable, player: 'random' }
          : { player: 'random', seed: tally.kills },
      );
      if (resumable && tally.kills % 3 === 0) tally.resumed += 1;
      promised.set(session.id, 0);
      const moment = performance.now() + Math.random() * 2500;
      // Meanwhile the engine is kept busy, and tells what it has written.
      while (performance.now() < moment) {
        const { figures } = await client.request<HistorySession>('GET', `/v1/history/sessions/${session.id}`);
        promised.set(session.id, figures.frames);
        if (Math.random() < 0.05) await client.act(session.id, Math.random() < 0.5 ? 'pause' : 'resume');
        await wait(Math.min(30, Math.max(0, moment - performance.now())));
      }
      const enginePid = running.process.pid!;
      const children = childrenOf(enginePid);
      tally.kills += 1;
      const victim = tally.kills % 4 === 0 ? children.at(-1) : undefined;
      if (victim !== undefined) {
        tally.ofSessions += 1;
        process.kill(victim, 'SIGKILL');
        await gone(victim);
        // The engine goes on, and knows what happened.
        await wait(100);
      }
      running.process.removeAllListeners('exit');
      running.process.kill('SIGKILL');
      await Promise.all([enginePid, ...children].map(gone));

      const faults = await faultsLeftBehind(dataDir, scratch);
      if (faults) fault('corrupt', `after kill ${tally.kills}: ${faults}`);
      running = await start(dataDir);
      last = await look(running.client, session.id, promised, fault);
    }
  } finally {
    running.process.removeAllListeners('exit');
    const children = childrenOf(running.process.pid!);
    running.process.kill('SIGTERM');
    await Promise.all([running.process.pid!, ...children].map(gone));
  }
  return tally;
};

/** Looks whether everything promised is there; returns the session that was played last. */
const look = async (
  client: EngineClient,
  id: string,
  promised: Map<string, number>,
  fault: (name: 'corrupt' | 'lostSessions' | 'lostFrames' | 'notResumable', words: string) => void,
): Promise<Session> => {
  for (const { message } of await client.request<Notice[]>('GET', '/v1/notices')) {
    if (message.includes('damaged')) fault('corrupt', message);
  }
  const known = new Map<string, number>();
  for (let before = ''; ; ) {
    const page = await client.request<HistoryPage>('GET', `/v1/history/sessions?limit=200${before}`);
    for (const { session, figures } of page.sessions) known.set(session.id, figures.frames);
    if (page.next === null) break;
    before = `&before=${page.next}`;
  }
  for (const [each, frames] of promised) {
    const found = known.get(each);
    if (found === undefined) fault('lostSessions', `session ${each} is gone`);
    else if (found < frames) fault('lostFrames', `session ${each} had ${frames} frames, now ${found}`);
    if (found === undefined || found < frames) promised.delete(each);
  }
  const session = await client.session(id);
  if (session.state !== 'ended')
    fault('lostSessions', `session ${id} is ${session.state}, though nobody plays it`);
  // An autosave is made a second after play began; a session that is killed itself before has none.
  if ((promised.get(id) ?? 0) > 120 && !session.autosave) {
    fault('notResumable', `session ${id} was played for ${promised.get(id)} frames and has no autosave`);
  }
  return session;
};
