import type { Command } from 'commander';
import { startEngine } from '../engine.ts';
import { launchNames } from '../settings/given.ts';
import { untilStopped } from './interrupts.ts';
import { say } from './print.ts';
import { addSettingOptions, settingsOf } from './setting-options.ts';

/** `eevee serve`: the engine alone, for a browser or a program on this machine. */
export const addServe = (program: Command): void => {
  const command = program
    .command('serve')
    .description('Run the engine alone; a browser or a program on this machine uses its API.');
  addSettingOptions(command, launchNames).action(async (options) => {
    const engine = await startEngine(settingsOf(options));
    say(`Watch and play: ${engine.pageUrl}`);
    say(`The API:        ${engine.url}/docs`);
    await untilStopped();
    await engine.close();
  });
};
