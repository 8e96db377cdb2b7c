/**
 * Collects frames with labels from the game's memory, for training the eyes.
 *
 *   node models/train/collect.ts OUT_DIR [--seeds 0-149] [--frames-per-seed 160] [--core PATH] [--option key=value]
 *
 * The player walks the game on labels instead of pixels, with stretches of random buttons and talks to people
 * in between, so that every kind of screen turns up. A frame is kept when no identical one was kept before.
 * The last tenth of the seeds makes the validation part: the network is judged on worlds it never saw.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { GoalPlayer } from '../../engine/player/goal-player.ts';
import { RandomPlayer } from '../../engine/player/random.ts';
import { randomFrom } from '../../engine/player/random-numbers.ts';
import { loadGame } from '../../games/catalog.ts';
import { openToolsHost } from '../../native/tools.ts';
import type { Guide, GuideGoal } from '../../protocol/guide.ts';
import { buttonBit, cellClasses, screenModes } from '../../protocol/words.ts';
import { LabelledEyes } from './labelled-eyes.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '0-149' },
    'frames-per-seed': { type: 'string', default: '160' },
    core: { type: 'string', default: '/usr/lib/x86_64-linux-gnu/libretro/mgba_libretro.so' },
    option: { type: 'string', multiple: true, default: [] },
    game: { type: 'string', default: 'thistlevale' },
  },
});
const out = positionals[0];
if (!out) throw new Error('OUT_DIR is missing: where should the frames go?');
const [firstSeed, lastSeed] = values.seeds.split('-').map(Number) as [number, number];
const perSeed = Number(values['frames-per-seed']);

/** No more than this share of a seed's frames shows the same kind of screen, but for the map itself. */
const shareOf: Record<string, number> = {
  title: 0.05,
  ending: 0.05,
  blank: 0.03,
  transition: 0.08,
  menu: 0.12,
  dialog: 0.25,
};
/** Frames after which a seed is left even if it yielded fewer frames than wanted. */
const longestFrames = 12_000;

/** Everything there is to see, in one goal. */
const sightseeing = (): GuideGoal => ({
  name: 'sightseeing',
  title: 'See everything',
  tasks: [
    { kind: 'begin', name: 'begin', title: 'Begin' },
    { kind: 'leave-house', name: 'leave', title: 'Leave' },
    { kind: 'visit-house', name: 'visit-1', title: 'Visit' },
    { kind: 'read-sign', name: 'sign-1', title: 'Read' },
    { kind: 'visit-house', name: 'visit-2', title: 'Visit' },
    { kind: 'find-gate', name: 'gate', title: 'Gate', heading: 'up' },
  ],
});

const game = await loadGame(values.game);
const guide: Guide = game.guide;
const host = openToolsHost({
  core: values.core,
  rom: game.romPath,
  systemDir: join(out, 'system'),
  saveDir: join(out, 'saves'),
  options: Object.fromEntries(values.option.map((pair) => pair.split('=') as [string, string])),
});
const powerOn = host.serialize();
await mkdir(out, { recursive: true });
const frames = createWriteStream(join(out, 'frames.bin'));
const labels = createWriteStream(join(out, 'labels.bin'));
let kept = 0;
let validateFrom = 0;
const keptByMode: Record<string, number> = {};
const seenHashes = new Set<number>();
let size = { width: 0, height: 0 };

for (let seed = firstSeed; seed <= lastSeed; seed++) {
  const inValidation = seed > firstSeed + (lastSeed - firstSeed) * 0.9;
  if (inValidation && validateFrom === 0) validateFrom = kept;
  await collectSeed(seed);
  if (seed % 10 === 0) console.log(`seed ${seed}: ${kept} frames`, JSON.stringify(keptByMode));
}
await Promise.all([frames, labels].map((stream) => new Promise<void>((done) => stream.end(() => done()))));
await writeFile(
  join(out, 'data.json'),
  JSON.stringify({
    frames: kept,
    ...size,
    modes: screenModes,
    classes: cellClasses,
    parts: { train: [0, validateFrom], validate: [validateFrom, kept] },
    seeds: values.seeds,
    core: host.info.core.name,
    keptByMode,
  }),
);
host.close();
console.log(`${kept} frames in ${out}`);

async function collectSeed(seed: number): Promise<void> {
  const random = randomFrom(seed * 7919 + 1);
  host.unserialize(powerOn);
  for (const { address, bytes } of game.setupFor(seed)) host.writeMemory(address, bytes);
  const eyes = new LabelledEyes(host, game);
  const player = new GoalPlayer(guide, random() < 0.5 ? guide.goals[0]! : sightseeing(), seed);
  const wanderer = new RandomPlayer(seed);
  let wanderFor = 0;
  let pressed = 0;
  let keptHere = 0;
  const here: Record<string, number> = {};
  host.run(1 + Math.floor(random() * 3), 0);
  for (let frame = 0; frame < longestFrames && keptHere < perSeed; ) {
    const observation = eyes.look();
    const picture = host.picture()!;
    size = { width: picture.width, height: picture.height };
    const limit = (shareOf[observation.mode] ?? 1) * perSeed;
    const wanted = random() < (observation.aligned ? 0.3 : 0.06);
    const hash = host.frameHash();
    if (wanted && (here[observation.mode] ?? 0) < limit && !seenHashes.has(hash)) {
      seenHashes.add(hash);
      frames.write(picture.grey);
      labels.write(
        Uint8Array.from([
          screenModes.indexOf(observation.mode),
          observation.aligned ? 1 : 0,
          ...observation.cells,
        ]),
      );
      kept++;
      keptHere++;
      here[observation.mode] = (here[observation.mode] ?? 0) + 1;
      keptByMode[observation.mode] = (keptByMode[observation.mode] ?? 0) + 1;
    }
    if (wanderFor === 0 && random() < 0.01) wanderFor = 20 + Math.floor(random() * 100);
    let buttons: number;
    if (wanderFor > 0) {
      wanderFor--;
      player.watch(observation, pressed);
      buttons = wanderer.decide(observation).buttons;
    } else {
      const act = player.decide(observation);
      if (act.status !== 'pursuing' && random() < 0.1) break;
      buttons = talkToNeighbour(observation.cells, random) ?? act.buttons;
    }
    // An odd number of frames now and then, so that every phase of a step is seen.
    const ticks = random() < 0.1 ? 1 + Math.floor(random() * 7) : player.tickFrames;
    host.run(ticks, buttons);
    pressed = buttons;
    frame += ticks;
  }
  if (frames.writableNeedDrain) await new Promise<void>((done) => frames.once('drain', () => done()));
}

/** Sometimes, beside a person: turn there and press A, for their words. */
function talkToNeighbour(cells: number[], random: () => number): number | null {
  const person = cellClasses.indexOf('person');
  const sides = { up: 34, down: 54, left: 43, right: 45 } as const;
  for (const [direction, cell] of Object.entries(sides)) {
    if (cells[cell] !== person || random() > 0.15) continue;
    host.run(4, buttonBit(direction as keyof typeof sides));
    host.run(4, 0);
    return buttonBit('a');
  }
  return null;
}
