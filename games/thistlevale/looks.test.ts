import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { corePathsToTry } from '../../engine/session/core-paths.ts';
import { openToolsHost } from '../../native/tools.ts';
import { type Button, buttonMask } from '../../protocol/words.ts';
import { loadGame } from '../catalog.ts';
import { memoryMapSchema } from '../schemas.ts';
import { buildRom, looks } from './build.js';
import { fileSize } from './testing/file-size.ts';

/** Objects that the looks share: they are compiled once. */
const known = new Map<string, { object: string; bytes: Buffer }>();
const folder = mkdtempSync(join(tmpdir(), 'thistlevale-looks-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Moment = { state: Record<string, string>; picture: string };

/** Plays a look from power-on; what memory and screen held after each leg. A process holds one core at a time. */
async function play(look: number): Promise<Moment[]> {
  const { rom, memoryMap, sha256 } = await buildRom({ outDir: folder, look, known });
  const { symbols, ...of } = memoryMapSchema.parse(JSON.parse(readFileSync(memoryMap, 'utf8')));
  expect(of).toEqual({ game: 'thistlevale', look, rom: sha256 });
  expect(basename(rom)).toBe(look === 1 ? 'thistlevale.gbc' : `thistlevale-look${look}.gbc`);
  const host = openToolsHost({
    core: corePathsToTry([], '').find((path) => fileSize(path) > 0)!,
    rom,
    systemDir: join(folder, `system-${look}`),
    saveDir: join(folder, `saves-${look}`),
    setup: loadGame('thistlevale').setupFor(11),
  });
  const moments: Moment[] = [];
  for (const [buttons, frames] of wandering()) {
    host.run(frames, buttonMask(buttons));
    const variables = symbols.map(({ name, address, length }) => [
      name,
      host.readMemory(address, length).join(),
    ]);
    const picture = Buffer.from(host.picture()!.pixels).toString('base64');
    moments.push({ state: Object.fromEntries(variables), picture });
  }
  host.close();
  return moments;
}

/** Buttons of a walk that wanders: START and A lead from the title into the house, then legs in all directions. */
function* wandering(): Generator<[Button[], number]> {
  yield [[], 200];
  yield [['start'], 4];
  for (let page = 0; page < 14; page++)
    yield* [[['a'], 4] as [Button[], number], [[], 12] as [Button[], number]];
  const directions: Button[] = ['down', 'right', 'up', 'left', 'down', 'down', 'left', 'right'];
  for (let leg = 0, state = 7; leg < 40; leg++) {
    state = (state * 75 + 74) % 65537;
    yield [[directions[state % 8]!], 16 + (state % 5) * 16];
    if (leg % 6 === 5) yield [['a'], 3];
  }
}

test('the looks show the same game frame by frame, in other pixels', { timeout: 600_000 }, async () => {
  const played: Moment[][] = [];
  for (const look of looks) played.push(await play(look));
  const [first, ...others] = played;
  for (const other of others)
    expect(other.map(({ state }) => state)).toEqual(first!.map(({ state }) => state));
  const onMap = first!.flatMap(({ state }, i) => (state.wShownMapVisible === '1' ? [i] : []));
  const places = onMap.map((i) => `${first![i]!.state.wPlayerX} ${first![i]!.state.wPlayerY}`);
  expect(new Set(places).size).toBeGreaterThan(5);
  for (const i of onMap)
    expect(new Set(played.map((moments) => moments[i]!.picture)).size).toBe(looks.length);
});
