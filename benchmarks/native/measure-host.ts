/**
 * A core in our host, with eyes on every frame, beside a bare loop around the same core whose callbacks look at
 * nothing: what seeing costs. Both play the same buttons from power-on, in turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModelFolder } from '../../engine/perception/model-folder.ts';
import { NativeSight } from '../../engine/perception/native-sight.ts';
import { openHost } from '../../native/index.ts';
import { gameRom } from '../../native/testing/emulator-window.ts';
import { installedCore } from '../../native/testing/fixtures.ts';
import type { Host } from '../../native/types.ts';
import { buttonMask } from '../../protocol/words.ts';
import { builtRival, outputOf } from './build-rivals.ts';
import type { Part, Times } from './figure.ts';

const eyesFolder = fileURLToPath(new URL('../../models/thistlevale-eyes/', import.meta.url));
/** The shipped eyes, as a session has them. */
export const model = await loadModelFolder(eyesFolder);

/** What of the bare loop's frames a second has to remain. */
const wantedShare = 0.8;

/** START and A in turns, a second each, none between: as bare-loop/main.cc has it. */
const buttonsAt = (second: number): number =>
  second % 4 === 0 ? buttonMask(['start']) : second % 4 === 2 ? buttonMask(['a']) : 0;

/** Runs that many seconds of play in lockstep. @returns seconds it took */
const playFor = (host: Host, from: number, seconds: number): number => {
  const begin = performance.now();
  for (let second = from; second < from + seconds; second += 1) host.run(60, buttonsAt(second));
  return (performance.now() - begin) / 1000;
};

/** Opens the game in a core, with eyes on every frame. Whoever asks closes the host. */
export const openGame = (core: string, folder: string): { host: Host; sight: NativeSight } => {
  const host = openHost({ core, rom: gameRom, systemDir: folder, saveDir: folder });
  return { host, sight: new NativeSight(host, model) };
};

export const measureHost = async (quick: boolean): Promise<Part> => {
  const core = installedCore('mgba') ?? installedCore('gambatte');
  if (!core) return { figures: [], skipped: ['the host, which needs a libretro core (libretro-mgba)'] };
  const bareLoop = builtRival('bare_loop');
  const [rounds, seconds] = quick ? [2, 20] : [6, 100];
  const folder = mkdtempSync(join(tmpdir(), 'eevee-bench-'));
  const rates = { ours: [] as number[], bare: [] as number[] };
  const bare: Times[] = [];
  const path: Times[] = [];
  let unchanged = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const frames = seconds * 60;
      const printed = JSON.parse(outputOf(bareLoop, [core, gameRom, folder, String(frames), '0']));
      rates.bare.push(frames / (printed.hotNs / 1e9));
      bare.push(printed.hot);
      const { host } = openGame(core, folder);
      host.run(1, 0);
      host.resetMetrics();
      rates.ours.push(frames / playFor(host, 0, seconds));
      path.push(host.metrics().stages.path);
      unchanged = (host.observe()?.unchangedFrames ?? 0) / frames;
      host.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const shares = rates.ours.map((rate, i) => rate / rates.bare[i]!).sort((a, b) => a - b);
  const share = shares[Math.floor(shares.length / 2)]!;
  const median = (list: Times[], unit: number): Times => {
    const at = (name: keyof Times) => list.map((times) => times[name]).sort((a, b) => a - b);
    const middle = (name: keyof Times) => at(name)[Math.floor(list.length / 2)]! / unit;
    return { p50: middle('p50'), p99: middle('p99'), p999: middle('p999') };
  };
  const ours = median(path, 1);
  const rival = { name: 'bare retro_run loop', times: median(bare, 1000) };
  return {
    figures: [
      {
        what: 'lockstep, a frame with vision',
        pace: 'hot',
        ours,
        rival,
        wanted: `≥ ${wantedShare * 100} % of its frames a second (${(share * 100).toFixed(1)} %)`,
        holds: share >= wantedShare,
        note: `${(unchanged * 100).toFixed(0)} % of the frames were as the one before`,
      },
    ],
    skipped: [],
    facts: {
      core,
      framesASecond: { ours: rates.ours, bareLoop: rates.bare },
      medianShare: share,
      unchangedShare: unchanged,
    },
  };
};
