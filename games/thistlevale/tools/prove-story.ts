/**
 * Proves that the story can be finished: the oracle plays it from the title to the credits, seed after seed.
 *
 *     node games/thistlevale/tools/prove-story.ts [--seeds 0-199] [--jobs 2] [--out FILE]
 *
 * Each seed becomes a line of the file (default build/story-proof.jsonl); a seed whose line is there, of the same
 * ROM, is not played again. Exit code 1 when a seed was not finished.
 */
import { fork } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadGame } from '../../catalog.ts';
import { begin } from '../oracle/begin.ts';
import { partyOf } from '../oracle/senses.ts';
import { playStory } from '../oracle/story.ts';
import { usualTactics } from '../oracle/tactics.ts';
import { OracleGame } from '../testing/oracle-game.ts';

/** What came of one seed. */
interface Proof {
  seed: number;
  rom: string;
  finished: boolean;
  frames: number;
  ms: number;
  /** Frame at which each milestone was reached. */
  milestones: Record<string, number>;
  /** Species and level of the party at the end. */
  party: string[];
  /** Where it stuck. */
  problem?: string;
}

/** About three times what the slowest seed took. */
const mostFrames = 1_500_000;
const self = fileURLToPath(import.meta.url);
const rom = loadGame('thistlevale').romSha256;

const playSeed = (seed: number): Proof => {
  const began = performance.now();
  const game = new OracleGame(seed, mostFrames);
  const milestones: Proof['milestones'] = {};
  let problem: string | undefined;
  try {
    begin(game, usualTactics());
    playStory(game, usualTactics(), 'lit-beacon', (flag) => {
      milestones[flag] = game.frames;
    });
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  const party = partyOf(game).map(({ species, level }) => `${species.id} ${level}`);
  const { frames } = game;
  game.close();
  const ms = Math.round(performance.now() - began);
  return { seed, rom, finished: !problem, frames, ms, milestones, party, ...(problem ? { problem } : {}) };
};

const provenIn = (path: string): Map<number, Proof> =>
  new Map(
    (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [])
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Proof)
      .filter((proof) => proof.rom === rom)
      .map((proof) => [proof.seed, proof]),
  );

const summarise = (proofs: readonly Proof[]): string => {
  const frames = proofs.filter(({ finished }) => finished).map((proof) => proof.frames);
  frames.sort((a, b) => a - b);
  const [least, middle, most] = [frames[0], frames[frames.length >> 1], frames.at(-1)];
  return `${frames.length} of ${proofs.length} seeds finished; frames: ${least} to ${most}, median ${middle}`;
};

const prove = async (first: number, last: number, jobs: number, out: string): Promise<boolean> => {
  const proven = provenIn(out);
  const waiting: number[] = [];
  for (let seed = first; seed <= last; seed++) if (!proven.has(seed)) waiting.push(seed);
  const work = (): Promise<void> =>
    new Promise((resolve) => {
      const child = fork(self, ['--worker'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      let seed: number | undefined;
      const next = (): void => {
        seed = waiting.shift();
        if (seed === undefined) child.disconnect();
        else child.send(seed);
      };
      child.on('message', (proof: Proof) => {
        proven.set(proof.seed, proof);
        appendFileSync(out, `${JSON.stringify(proof)}\n`);
        const end = proof.finished ? `${proof.frames} frames, ${proof.party[0]}` : `STUCK: ${proof.problem}`;
        console.log(`seed ${proof.seed}: ${end}`);
        next();
      });
      child.on('exit', (code) => {
        if (code !== 0) console.log(`the process that played seed ${seed} ended with code ${code}`);
        resolve();
      });
      next();
    });
  await Promise.all(Array.from({ length: jobs }, work));
  const proofs = [...proven.values()].filter(({ seed }) => seed >= first && seed <= last);
  console.log(summarise(proofs));
  return proofs.length === last - first + 1 && proofs.every(({ finished }) => finished);
};

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '0-199' },
    jobs: { type: 'string', default: '2' },
    out: { type: 'string', default: fileURLToPath(new URL('../build/story-proof.jsonl', import.meta.url)) },
    worker: { type: 'boolean', default: false },
  },
});
if (values.worker) {
  process.on('message', (seed: number) => process.send?.(playSeed(seed)));
  process.on('disconnect', () => process.exit(0));
} else {
  const [first = 0, last = first] = values.seeds.split('-').map(Number);
  process.exitCode = (await prove(first, last, Number(values.jobs), values.out)) ? 0 : 1;
}
