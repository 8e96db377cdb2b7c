import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Case, CaseVerdict } from '../../protocol/cases.ts';
import { readCase, unpackCase } from '../cases/case-folder.ts';
import { askRerun } from '../cases/rerun/ask.ts';
import { coreOfCase, romOfCase } from '../cases/rerun/prepare.ts';
import { corePathsToTry } from '../session/core-paths.ts';
import { readSettings } from '../settings/given.ts';
import type { SettingName } from '../settings.ts';
import { say } from './print.ts';
import { addSettingOptions } from './setting-options.ts';

interface CaseOptions extends Partial<Record<SettingName, string>> {
  rom?: string;
  core?: string;
  expect?: 'same' | 'different';
  json?: boolean;
}

/** `eevee case FILE`: does the player of today decide as it did then? */
export const addCase = (program: Command): void => {
  const command = program
    .command('case')
    .description('Bring the player to a rated decision again, and say whether it decides the same today.')
    .argument('<file>', 'a case as it was exported, or its folder')
    .option('--rom <file>', 'the ROM it was played with, where that is not a game of ours', (path) =>
      resolve(path),
    )
    .option('--core <file>', 'a libretro core (default: the one of then, if it is here)', (path) =>
      resolve(path),
    )
    .addOption(
      new Option('--expect <what>', 'exit code 1 unless it comes out like this').choices([
        'same',
        'different',
      ]),
    )
    .option('--json', 'print the verdict as JSON');
  addSettingOptions(command, ['modelDir', 'eyes', 'dataDir']).action(
    async (file: string, options: CaseOptions) => {
      const scratch = mkdtempSync(join(tmpdir(), 'eevee-case-'));
      try {
        const verdict = await runAgain(resolve(file), options, scratch);
        if (options.json) say(JSON.stringify(verdict));
        else for (const line of linesOf(verdict)) say(line);
        if (options.expect && (options.expect === 'same') !== verdict.same) process.exitCode = 1;
      } finally {
        rmSync(scratch, { recursive: true, force: true });
      }
    },
  );
};

const runAgain = async (path: string, options: CaseOptions, scratch: string): Promise<CaseVerdict> => {
  const { rom: givenRom, core: givenCore, expect: _expect, json: _json, ...settings } = options;
  const { modelDir, eyes, corePaths, dataDir } = readSettings(settings);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const folder = isFolder ? path : join(scratch, 'case');
  const rated: Case = isFolder ? readCase(path) : unpackCase(path, folder);
  const rom = romOfCase(rated, givenRom);
  const core = await coreOfCase(rated, rom, givenCore, corePathsToTry(corePaths, join(dataDir, 'cores')));
  return askRerun({ folder, case: rated, rom, core: core.path, modelDir, eyes });
};

const sure = (confidence: number): string => `${Math.round(confidence * 100)}% sure`;

const linesOf = (verdict: CaseVerdict): string[] => {
  const { same, was, now, silence, strayedAt, sameSight, sameModel, sameCore, frames } = verdict;
  const lines = [
    same ? 'The same: it decides today as it did then.' : 'Different: it decides otherwise today.',
    `Then: ${was.action} (${was.skill}, ${sure(was.confidence)})`,
    `      because ${was.why}; task: ${was.task}`,
  ];
  if (now) {
    lines.push(`Now:  ${now.action} (${now.skill}, ${sure(now.confidence)})`);
    lines.push(`      because ${now.why}; task: ${now.task}`);
  } else lines.push(`Now:  nothing. ${silence ?? ''}`.trimEnd());
  if (strayedAt !== null) {
    lines.push(`It pressed other buttons from frame ${strayedAt} on, and only looked on from there.`);
  }
  if (sameSight === false) lines.push('The eyes do not see the frame as they did then.');
  if (!sameModel) lines.push('The network is another one than then.');
  if (!sameCore) lines.push('The core is another version than then: its frames may differ.');
  lines.push(`${frames} frames replayed.`);
  return lines;
};
