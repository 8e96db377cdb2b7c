import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { EeveeError } from '../../protocol/errors.ts';
import type { Hardware } from '../../protocol/hardware.ts';
import { tiers } from '../../protocol/words.ts';
import { EngineClient } from '../api/client.ts';
import { startEngine } from '../engine.ts';
import { problemFrom } from '../problem.ts';
import type { SettingName } from '../settings.ts';
import { hardwareLines } from './hardware-lines.ts';
import { note, say } from './print.ts';
import { addSettingOptions, settingsOf } from './setting-options.ts';

const settings: SettingName[] = ['dataDir', 'modelDir', 'tier'];

interface Options extends Partial<Record<SettingName, unknown>> {
  again?: true;
  choose?: string;
  json?: true;
}

/** `eevee hardware`: what this computer is made of, how fast it is, its tier and why. */
export const addHardware = (program: Command): void => {
  const command = program
    .command('hardware')
    .description('Look at this computer: what it is made of, how fast it is, which settings it gets and why.')
    .option('--again', 'measure again, also when the hardware is known')
    .option(
      '--choose <tier>',
      `choose a tier for this computer (${tiers.join(' | ')}), or take that back (auto)`,
    )
    .option('--json', 'print it as JSON');
  addSettingOptions(command, settings).action(async (options: Options) => {
    const hardware = await look(options);
    if (options.json) say(JSON.stringify(hardware, null, 2));
    else for (const line of hardwareLines(hardware)) say(line);
  });
};

/** Asks an engine on the user's data folder; where one that is running has it, one on a folder of its own. */
const look = async (options: Options): Promise<Hardware> => {
  try {
    return await ask(options);
  } catch (error) {
    const problem = problemFrom(error);
    if (problem.code !== 'resource.folder-in-use') throw error;
    if (options.choose !== undefined) throw new EeveeError({ ...problem, remedy: chooseThere });
    note(besideWords(String(problem.value)));
    const dataDir = mkdtempSync(join(tmpdir(), 'eevee-hardware-'));
    try {
      return await ask({ ...options, dataDir });
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
};

const chooseThere = 'Choose the tier in its room Hardware, or close it first.';
const besideWords = (folder: string): string =>
  `Note: An Eevee that is running has the data folder ${folder}. So this was measured beside it, and is not kept: figures may be lower while it plays, and a tier or settings that were chosen there are not shown. Its room Hardware shows them.`;

const ask = async (options: Options): Promise<Hardware> => {
  const engine = await startEngine(settingsOf(options, { logLevel: 'error' }));
  try {
    return await examined(new EngineClient(engine), options);
  } finally {
    await engine.close();
  }
};

const pollMs = 100;

/** Waits for the look that the engine takes at its start, and asks for another one where that is wanted. */
const examined = async (client: EngineClient, { again, choose }: Options): Promise<Hardware> => {
  if (choose === 'auto') return client.request('DELETE', '/v1/hardware/tier');
  if (choose !== undefined) return client.request('PUT', '/v1/hardware/tier', { tier: choose });
  for (;;) {
    const hardware = await client.request<Hardware>('GET', '/v1/hardware');
    if (hardware.state === 'measuring') await new Promise((resolve) => setTimeout(resolve, pollMs));
    else if (again || hardware.state === 'unmeasured') return client.request('POST', '/v1/hardware/measure');
    else return hardware;
  }
};
