import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type Hardware, hardwareSchema } from '../../protocol/hardware.ts';
import { describe } from '../platform/survey/survey.ts';
import { judged, library } from '../platform/testing/library/library.ts';
import { runningEngine, scratchFolder } from '../testing/engine.ts';
import { hardwareLines } from './hardware-lines.ts';

const run = promisify(execFile);
const main = join(import.meta.dirname, 'main.ts');

test('the real computer in words and as JSON; a choice is kept from one call to the next', async () => {
  const folder = scratchFolder();
  const hardware = async (...options: string[]): Promise<string> =>
    (await run(process.execPath, [main, 'hardware', '--data-dir', folder, ...options])).stdout;
  const words = await hardware();
  expect(words).toMatch(/^Tier: (low|mid|high), because .+\.\n\nFound\n {2}Processor/);
  expect(words).toMatch(/Integer work +\d+ million steps a second/);
  expect(words).toContain('Governor: Nothing is lowered');
  expect(await hardware('--choose', 'mid')).toMatch(/^Tier: mid, because you chose it\. Measured: /);
  const parsed = hardwareSchema.parse(JSON.parse(await hardware('--json')));
  expect(parsed.tier).toMatchObject({ tier: 'mid', from: 'chosen' });
  expect((await hardware('--choose', 'auto')).split('\n')[0]).toBe(words.split('\n')[0]);
  await expect(hardware('--choose', 'best')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Allowed: low, mid, high'),
  });
  // Five starts of an engine, one after the other.
}, 90_000);

test('beside a running engine it answers all the same, says so, and leaves that engine and its folder alone', async () => {
  const { client, engine } = await runningEngine();
  const before = await client.request<Hardware>('GET', '/v1/hardware');
  const beside = (...options: string[]) =>
    run(process.execPath, [main, 'hardware', '--data-dir', engine.data.root, ...options]);
  const { stdout, stderr } = await beside('--json');
  const seen = hardwareSchema.parse(JSON.parse(stdout));
  expect(seen.state).toBe('ready');
  expect(seen.figures).not.toBeNull();
  expect(stderr).toContain(`An Eevee that is running has the data folder ${engine.data.root}`);
  expect(await client.request<Hardware>('GET', '/v1/hardware')).toEqual(before);
  await expect(beside('--choose', 'low')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Choose the tier in its room Hardware, or close it first.'),
  });
}, 60_000);

test('every computer of the library can be put in words', () => {
  for (const computer of library) {
    const decided = judged(computer);
    const hardware: Hardware = {
      state: 'ready',
      found: { ...describe(computer.answers, computer.basics, computer.container), faults: [] },
      figures: computer.figures,
      measuredAt: null,
      tier: { ...decided, from: 'measured', measured: decided },
      settings: [],
      governor: { level: 0, lowest: 3, standing: 'Nothing is lowered.', log: [] },
    };
    expect(hardwareLines(hardware).join('\n'), computer.name).not.toMatch(/undefined|null|\[object/);
  }
});
