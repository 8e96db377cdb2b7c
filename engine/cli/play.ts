import type { Command } from 'commander';
import type { Session } from '../../protocol/sessions.ts';
import { EngineClient } from '../api/client.ts';
import { type Engine, startEngine } from '../engine.ts';
import { figureLines } from './figures.ts';
import { untilStopped } from './interrupts.ts';
import { judgeSession, scenarioOf, type Verdict } from './judging.ts';
import { addPlayOptions, type PlayOptions, sessionBody } from './play-options.ts';
import { note, printNotice, printProblem, say, writeJson } from './print.ts';
import { settingsOf } from './setting-options.ts';
import { watchSession } from './watch.ts';

/** `eevee play`: one session, with a page to watch it or without. */
export const addPlay = (program: Command): void => {
  addPlayOptions(program.command('play').description('Play a game.')).action(async (options: PlayOptions) => {
    const engine = await startEngine(settingsOf(options, { logLevel: 'warn' }));
    for (const notice of engine.notices.list()) printNotice(notice);
    try {
      if (options.headless) await playHeadless(engine, options);
      else await playForAPage(engine, options);
    } finally {
      await engine.close();
    }
  });
};

/** Plays on until Ctrl+C, also after the session ended, unless told otherwise: the page can start another. */
const playForAPage = async (engine: Engine, options: PlayOptions): Promise<void> => {
  say(`Watch and take over: ${engine.pageUrl}`);
  const client = new EngineClient(engine);
  const session = await client.create(sessionBody(options));
  const stopped = untilStopped();
  const ended = watchSession(client, session.id).then(({ end }) =>
    note(`The session ended: ${end?.message}`),
  );
  if (options.minutes)
    setTimeout(() => void client.act(session.id, 'stop').catch(() => {}), options.minutes * 60_000);
  await (options.exitOnGoal ? Promise.race([stopped, ended]) : stopped);
};

/** Plays one session to its end. Exit code 0 when the goal was reached, or when there was none to reach. */
const playHeadless = async (engine: Engine, options: PlayOptions): Promise<void> => {
  const client = new EngineClient(engine);
  const { id } = await client.create(sessionBody(options));
  const stop = () => void client.act(id, 'stop').catch(() => {});
  const timer = options.minutes ? setTimeout(stop, options.minutes * 60_000) : undefined;
  void untilStopped().then(stop);
  const session = await watchSession(client, id, progress());
  clearTimeout(timer);

  const metrics = await client.metrics(id);
  const verdict = await judged(engine, session);
  for (const line of figureLines(metrics)) say(line);
  say(`The session ended: ${session.end?.message}`);
  if (verdict)
    say(
      verdict.reached
        ? `Judged from memory: reached at frame ${verdict.frame}.`
        : 'Judged from memory: not reached.',
    );
  if (session.end?.problem) printProblem({ problem: session.end.problem });
  writeJson(options.json, { session, metrics, verdict });

  const reached = verdict?.reached ?? session.goalReached;
  const failed = session.end?.reason === 'failed' || (session.goal !== null && !reached);
  if (failed) process.exitCode = 1;
};

/** Prints each new task, and the pace every few seconds. */
const progress = () => {
  const everyMs = 5000;
  let task = '';
  let last = 0;
  return {
    decision: (decision: { task: string; frame: number }) => {
      if (decision.task === task) return;
      task = decision.task;
      note(`frame ${String(decision.frame).padStart(7)}  ${task}`);
    },
    metrics: ({ frames, fps, decisions }: { frames: number; fps: number; decisions: number }) => {
      const now = performance.now();
      if (now - last < everyMs) return;
      last = now;
      note(`frame ${String(frames).padStart(7)}  ${fps.toFixed(0)} frames a second, ${decisions} decisions`);
    },
    notice: printNotice,
  };
};

/** The verdict, if the goal has a scenario to be judged by and anything was played. */
const judged = async (engine: Engine, session: Session): Promise<Verdict | null> => {
  // What happened in another program's window cannot be played again.
  if (session.window) return null;
  const scenario = scenarioOf(session.game, session.goal);
  return scenario && judgeSession(session, engine.data.sessions, scenario);
};
