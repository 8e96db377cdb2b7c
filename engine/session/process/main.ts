import type { SessionEnd } from '../../../protocol/sessions.ts';
import { problemFrom } from '../../problem.ts';
import { type Command, type Figures, isEndOfSource, type Report, type StartPlan } from '../messages.ts';
import { Inbox } from './inbox.ts';
import { type Ask, openParts, type Parts } from './open.ts';
import { Play } from './play.ts';

/**
 * Entry of the session process: one core, one game, one player. It is told what to play by one `start`
 * message over the pipe from the engine, and ends with the session or with the engine, whichever is first.
 */
const beatEveryMs = 250;

const inbox = new Inbox<Ask>();
let parts: Parts | null = null;
let play: Play | null = null;
/** A picture asked for before the core is open; the engine asks once and waits. */
let pictureAskedAfter: number | null = null;

const report = (message: Report): void => {
  // Without an engine at the other end there is nobody to tell; `disconnect` ends us.
  if (process.connected) process.send?.(message, () => {});
};

const failed = (error: unknown): SessionEnd => {
  const problem = problemFrom(error);
  return { reason: 'failed', message: problem.message, problem };
};

/** Plays to the end; what was played is settled even when something broke, unless the core is stuck. */
const playToTheEnd = async (plan: StartPlan): Promise<SessionEnd> => {
  try {
    parts = await openParts(plan, inbox, () => play?.standing.state === 'running', report);
    play = new Play(parts);
    if (pictureAskedAfter !== null) parts.pictures.request(pictureAskedAfter);
    play.begin();
    report({ type: 'ready', info: parts.host.info, standing: { ...play.standing } });
    return await play.play();
  } catch (error) {
    const end = failed(error);
    // A stuck core answers no verb any more: asking it to save would hang us as well.
    if (!end.problem || !isEndOfSource(end.problem)) trySettle();
    return end;
  }
};

const trySettle = (): void => {
  try {
    play?.settle();
  } catch (error) {
    report({
      type: 'notice',
      level: 'warning',
      message: `The session could not be saved: ${problemFrom(error).message}`,
    });
  }
};

const run = async (plan: StartPlan): Promise<void> => {
  const beat = setInterval(
    () => report({ type: 'beat', frame: parts?.host.newestFrame() ?? -1 }),
    beatEveryMs,
  );
  const end = await playToTheEnd(plan);
  clearInterval(beat);
  parts?.pictures.close();
  const stuck = end.problem?.code === 'session.core-hung';
  const frame = play?.standing.frame ?? 0;
  const leave = () => {
    // With a stuck core the frame thread cannot be joined: only a signal ends such a process.
    if (stuck) process.kill(process.pid, 'SIGKILL');
    process.exit(0);
  };
  if (!process.connected) leave();
  process.send?.(
    { type: 'ended', end, frame, figures: stuck ? null : lastFigures() } satisfies Report,
    leave,
  );
};

/** The final figures; null where what broke the session keeps them from being told. */
const lastFigures = (): Figures | null => {
  try {
    return parts?.times.figures(0) ?? null;
  } catch {
    return null;
  }
};

const askForPicture = (after: number): void => {
  if (parts) parts.pictures.request(after);
  else pictureAskedAfter = after;
};

process.on('message', (message) => {
  const command = message as Command;
  if (command.type === 'start') void run(command.plan);
  else if (command.type === 'picture') askForPicture(command.after);
  else inbox.push(command);
});
const stop = (): void => inbox.push({ type: 'ask', id: -1, verb: 'stop' });
// The engine is gone: save and end, rather than play on for nobody.
process.on('disconnect', () => (play ? stop() : process.exit(0)));
process.on('SIGTERM', stop);
// Ctrl+C goes to the whole group; the engine hears it too and ends us in order.
process.on('SIGINT', () => {});
