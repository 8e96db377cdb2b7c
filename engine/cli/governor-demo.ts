import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { decodeFrameMessage } from '../../protocol/frame-message.ts';
import type { Hardware } from '../../protocol/hardware.ts';
import type { Second } from '../../protocol/sessions.ts';
import { EngineClient, type Stream } from '../api/client.ts';
import { startEngine } from '../engine.ts';
import { readGiven } from '../settings/given.ts';
import { say } from './print.ts';

const calmSeconds = 6;
/** How often the load grows until the governor has something to do, and how far. */
const growEverySeconds = 2;
const mostPerProcessor = 32;
/** A step up comes after a calm minute; this much later it will not come any more. */
const recoverSeconds = 90;

const seconds = (given: string): number => {
  const number = Number(given);
  if (Number.isInteger(number) && number >= 1 && number <= 120) return number;
  throw new InvalidArgumentError('Give whole seconds from 1 to 120.');
};

/**
 * `eevee governor-demo`: plays a game beside a load generator and prints, second by second, how the session keeps
 * its pace and what the governor does. What it prints is measured; how much is late depends on the machine.
 */
export const addGovernorDemo = (program: Command): void => {
  program
    .command('governor-demo')
    .description(
      'Play beside ever more programs that take every processor, and watch the governor react (two minutes).',
    )
    .option('--load <seconds>', 'how long the load lasts', seconds, 15)
    .action(async ({ load }: { load: number }) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'eevee-governor-'));
      const engine = await startEngine(readGiven({ dataDir, tier: 'high', logLevel: 'error' }));
      try {
        await demonstrate(new EngineClient(engine), load);
      } finally {
        await engine.close();
        rmSync(dataDir, { recursive: true, force: true });
      }
    });
};

const demonstrate = async (client: EngineClient, load: number): Promise<void> => {
  const session = await client.create({ player: 'eyes' });
  const show = await watch(client, session.id);
  say('second  frames  late  slowest way  pictures  governor');
  await show(calmSeconds);
  const burning: ChildProcess[] = [];
  try {
    await show(load, ({ governor }, second) => {
      // A good scheduler keeps a light game on time beside a few: it takes ever more of them.
      if (governor.level === 0 && second % growEverySeconds === 0) grow(burning);
      return false;
    });
  } finally {
    for (const program of burning) program.kill('SIGKILL');
  }
  say('The load is over.');
  const { level } = (await hardwareOf(client)).governor;
  if (level > 0) await show(recoverSeconds, ({ governor }) => governor.level < level);
  say('');
  const { log } = (await hardwareOf(client)).governor;
  if (log.length === 0) say('The governor had nothing to do: this machine kept the pace all the time.');
  for (const { at, message } of log.toReversed()) say(`${at}  ${message}`);
};

/** Starts as many programs as there are, or one for each processor; at most `mostPerProcessor` for each. */
const grow = (burning: ChildProcess[]): void => {
  const processors = availableParallelism();
  const wanted = Math.min(mostPerProcessor * processors, Math.max(2 * burning.length, processors));
  if (wanted === burning.length) return;
  while (burning.length < wanted) burning.push(burn());
  say(`The load: ${burning.length} programs that never rest.`);
};

const burn = (): ChildProcess => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });

const hardwareOf = (client: EngineClient): Promise<Hardware> => client.request('GET', '/v1/hardware');

/** Follows a session as the page does; returns what prints a line a second, for so long or until `over`. */
const watch = async (client: EngineClient, id: string) => {
  let pictures = 0;
  let newest: Second | undefined;
  const stream: Stream = await client.stream(
    (event) => {
      if (event.type === 'metrics') newest = event.metrics.seconds.at(-1);
    },
    (message) => {
      pictures += 1;
      stream.send({ type: 'ack', sequence: decodeFrameMessage(message).sequence });
    },
  );
  stream.send({ type: 'subscribe', sessionId: id, frames: true });
  return async (
    count: number,
    over: (hardware: Hardware, second: number) => boolean = () => false,
  ): Promise<void> => {
    for (let i = 0; i < count; i++) {
      const before = pictures;
      await pause(1000);
      const hardware = await hardwareOf(client);
      say(line(newest, pictures - before, hardware.governor.level));
      if (over(hardware, i)) return;
    }
  };
};

const line = (second: Second | undefined, pictures: number, level: number): string => {
  const cells = second
    ? [second.second, second.frames, second.lateFrames, `${(second.max / 1000).toFixed(1)} ms`]
    : ['–', '–', '–', '–'];
  const widths = [6, 7, 5, 12];
  const shown = cells.map((cell, i) => String(cell).padStart(widths[i]!)).join(' ');
  return `${shown} ${String(pictures).padStart(9)}  ${level === 0 ? 'as the tier' : `lowered by ${level}`}`;
};
