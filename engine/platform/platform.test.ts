import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Found } from '../../protocol/hardware.ts';
import type { Tier } from '../../protocol/words.ts';
import type { NoticeText } from '../notices.ts';
import { Store } from '../store/store.ts';
import { scratchFolder } from '../testing/engine.ts';
import { Platform } from './platform.ts';
import { computerNamed } from './testing/computers.ts';
import type { TierChoice } from './tier/choices.ts';

const strong = computerNamed('the high of the mission');
const weak = computerNamed('cheap laptop');

/** An engine's start on a computer, with the data folder's drive plugged into it; counts what was measured. */
const started = async (folder: string, computer: typeof strong, tier: TierChoice = 'auto') => {
  const notices: NoticeText[] = [];
  const changes: Tier[] = [];
  const asked = { surveys: 0, benches: 0 };
  const store = await Store.open(join(folder, 'eevee.db'), (notice) => notices.push(notice));
  const platform = new Platform({
    ...{ store, tier, modelDir: '', tell: (notice) => void notices.push(notice) },
    onTier: (each) => changes.push(each),
    ask: {
      survey: async () => {
        asked.surveys += 1;
        return computer.found;
      },
      bench: async () => {
        asked.benches += 1;
        return { figures: computer.figures, instructionSet: 'avx2' };
      },
    },
  });
  const close = (): void => {
    platform.close();
    store.close();
  };
  onTestFinished(close);
  return { platform, notices, changes, asked, close };
};

test('measured once, and remembered with its figures', async () => {
  const folder = scratchFolder();
  const first = await started(folder, strong);
  expect(first.platform.measured).toMatchObject({
    state: 'unmeasured',
    tier: { tier: 'mid', from: 'assumed' },
  });
  const examined = first.platform.examine();
  expect(first.platform.measured.state).toBe('measuring');
  await examined;
  expect(first.platform.measured).toMatchObject({
    state: 'ready',
    figures: strong.figures,
    found: { processor: { instructionSet: 'avx2' } },
    tier: { tier: 'high', from: 'measured', why: expect.stringMatching(/^high, because /) },
  });
  expect(first.changes).toEqual(['high']);
  first.close();

  const second = await started(folder, strong);
  // Before the survey is back it is taken for the same computer.
  expect(second.platform.tier).toBe('high');
  await second.platform.examine();
  expect(second.asked).toEqual({ surveys: 1, benches: 0 });
  expect(second.changes).toEqual([]);
  await second.platform.examine(true);
  expect(second.asked.benches).toBe(1);
  expect(second.notices).toEqual([]);
});

test('a choice is kept and can be taken back', async () => {
  const folder = scratchFolder();
  const first = await started(folder, strong);
  await first.platform.choose('low');
  expect(first.platform.measured.tier).toMatchObject({
    ...{ tier: 'low', from: 'chosen', measured: { tier: 'high' } },
    why: expect.stringMatching(/^low, because you chose it\. Measured: high, because /),
  });
  first.close();
  const second = await started(folder, strong);
  await second.platform.examine();
  expect(second.platform.tier).toBe('low');
  await second.platform.choose(null);
  expect(second.platform.measured.tier).toMatchObject({ tier: 'high', from: 'measured' });
  expect(second.changes).toEqual(['high']);
});

test('other hardware is measured anew, in words, and has no choice yet; the old one is recognised', async () => {
  const folder = scratchFolder();
  const first = await started(folder, strong);
  await first.platform.choose('low');
  first.close();
  const other = await started(folder, weak);
  await other.platform.examine();
  expect(other.asked.benches).toBe(1);
  expect(other.platform.measured.tier).toMatchObject({ tier: 'low', from: 'measured' });
  expect(other.notices).toMatchObject([
    { level: 'info', remedy: expect.stringContaining('Choose the tier again') },
  ]);
  expect(other.notices[0]!.message).toMatch(/^The hardware has changed \(the processor, .*graphics.*\)/);
  other.close();
  const back = await started(folder, strong);
  await back.platform.examine();
  expect(back.asked.benches).toBe(0);
  expect(back.platform.measured.tier).toMatchObject({ tier: 'low', from: 'chosen' });
});

test('a question that failed once does not make it another computer; a new limit does', async () => {
  const folder = scratchFolder();
  const first = await started(folder, strong);
  await first.platform.examine();
  first.close();
  const unseen: Found = { ...strong.found, graphics: [], faults: [{ what: 'graphics', why: 'no answer' }] };
  const second = await started(folder, { ...strong, found: unseen });
  await second.platform.examine();
  expect(second.asked.benches).toBe(0);
  second.close();
  const container = { version: 'cgroup v2' as const, processors: 2, memoryBytes: null };
  const third = await started(folder, { ...strong, found: { ...strong.found, container } });
  await third.platform.examine();
  expect(third.asked.benches).toBe(1);
  expect(third.platform.measured.tier.why).toContain('the container may use only 2 processor threads');
});

test('unplugging a laptop changes the tier at the next look, without measuring', async () => {
  const folder = scratchFolder();
  const mains = computerNamed('2022 games laptop');
  const first = await started(folder, mains);
  await first.platform.examine();
  expect(first.platform.tier).toBe('high');
  first.close();
  const power = { ...mains.found.power, mains: false };
  const second = await started(folder, { ...mains, found: { ...mains.found, power } });
  await second.platform.examine();
  expect(second.asked.benches).toBe(0);
  expect(second.platform.measured.tier.why).toMatch(/^mid, because it runs on its battery/);
});

test('unplugged while it plays, it says so and goes to mid, and back when it is plugged in', async () => {
  const laptop = { ...computerNamed('2022 games laptop') };
  const { platform, notices, changes, asked } = await started(scratchFolder(), laptop);
  await platform.examine();
  const plugged = laptop.found;
  laptop.found = { ...plugged, power: { ...plugged.power, mains: false } };
  await platform.examine();
  laptop.found = plugged;
  await platform.examine();
  expect(changes).toEqual(['high', 'mid', 'high']);
  expect(asked.benches).toBe(1);
  expect(notices).toMatchObject([
    { message: expect.stringMatching(/unplugged.* mid, because it runs on its battery/), topic: 'power' },
    { message: expect.stringMatching(/plugged in.* high, because/), topic: 'power' },
  ]);
});

test('unplugged while it is being looked at, it is looked at once more', async () => {
  const laptop = { ...computerNamed('2022 games laptop') };
  const { platform, asked } = await started(scratchFolder(), laptop);
  const first = platform.examine();
  laptop.found = { ...laptop.found, power: { ...laptop.found.power, mains: false } };
  await Promise.all([first, platform.lookAgain()]);
  expect(asked.surveys).toBe(2);
  expect(platform.tier).toBe('mid');
});

test('unplugged with a tier of one’s own, nothing changes and nothing is said', async () => {
  const laptop = { ...computerNamed('2022 games laptop') };
  const { platform, notices, changes } = await started(scratchFolder(), laptop);
  await platform.choose('high');
  laptop.found = { ...laptop.found, power: { ...laptop.found.power, mains: false } };
  await platform.examine();
  expect(platform.tier).toBe('high');
  expect(changes).toEqual(['high']);
  expect(notices).toEqual([]);
});

test('the setting stands where nothing was chosen', async () => {
  const { platform } = await started(scratchFolder(), strong, 'low');
  expect(platform.measured.tier).toMatchObject({ tier: 'low', from: 'setting' });
  await platform.choose('high');
  expect(platform.measured.tier).toMatchObject({ tier: 'high', from: 'chosen' });
});

test('an engine that closes meanwhile is not written to', async () => {
  const { platform, close, changes } = await started(scratchFolder(), strong);
  const examined = platform.examine();
  close();
  await examined;
  expect(changes).toEqual([]);
});
