import type { Command } from 'commander';
import { problemFrom } from '../problem.ts';
import { settingsAtStart } from '../settings/file.ts';
import type { SettingName } from '../settings.ts';
import { checks } from './doctor-checks.ts';
import { say } from './print.ts';
import { addSettingOptions, settingsOf } from './setting-options.ts';

const settings: SettingName[] = ['port', 'dataDir', 'modelDir', 'game', 'corePaths'];

/** `eevee doctor`: looks at everything that Eevee needs and says how to mend what is missing. */
export const addDoctor = (program: Command): void => {
  const command = program
    .command('doctor')
    .description('Check that everything Eevee needs is there. Exit code 1 when something is missing.')
    .option('--json', 'print the result as JSON');
  addSettingOptions(command, settings).action(async (options) => {
    const chosen = settingsAtStart(settingsOf(options));
    const results = [];
    for (const { name, needed, look } of checks) {
      try {
        results.push({ name, needed, ok: true, found: await look(chosen) });
      } catch (error) {
        results.push({ name, needed, ok: false, problem: problemFrom(error) });
      }
    }
    if (options.json) say(JSON.stringify(results, null, 2));
    else for (const result of results) printResult(result);
    if (results.some(({ ok, needed }) => needed && !ok)) process.exitCode = 1;
  });
};

type Result = {
  name: string;
  needed: boolean;
  ok: boolean;
  found?: string;
  problem?: ReturnType<typeof problemFrom>;
};

const printResult = ({ name, needed, ok, found, problem }: Result): void => {
  const mark = ok ? 'ok     ' : needed ? 'MISSING' : 'absent ';
  say(`${mark} ${name.padEnd(12)} ${ok ? found : problem?.message}`);
  if (ok || !problem) return;
  for (const path of problem.tried ?? []) say(`${' '.repeat(21)}tried ${path}`);
  say(`${' '.repeat(21)}${problem.remedy}`);
  if (problem.command) say(`${' '.repeat(21)}$ ${problem.command}`);
};
