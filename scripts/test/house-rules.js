// Rules that no other tool checks.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/paths.js';
import { foreignWords, napiOutside } from './house-rules/rules.js';

/** Text files that are or will be in the repository. @param {string[]} folders */
const textFiles = (folders) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => /\.(ts|tsx|js|cjs|css|html|json|cc|h|txt)$/.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const games = readdirSync(join(root, 'games')).filter((name) =>
  existsSync(join(root, 'games', name, 'game.json')),
);
const found = [
  ...napiOutside(textFiles(['native'])),
  ...foreignWords(textFiles(['protocol', 'native', 'engine', 'renderer', 'electron']), games),
];
for (const line of found) console.error(line);
process.exitCode = found.length > 0 ? 1 : 0;
