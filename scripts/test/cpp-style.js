// clang-format over the addon's sources. The version differs between distributions; .clang-format names a style
// that they agree on.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/paths.js';

const listed = execFileSync(
  'git',
  [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    'native/*.cc',
    'native/*.h',
    'native/*.cpp',
  ],
  { cwd: root, encoding: 'utf8' },
);
// Files of others (the libretro header) keep their own style.
const files = listed
  .split('\n')
  .filter((file) => file && !file.includes('third_party/') && existsSync(join(root, file)));
if (files.length === 0) {
  console.error('No C++ file found in native/.');
  process.exit(1);
}
const { status } = spawnSync('clang-format', ['--dry-run', '-Werror', ...files], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) console.error('clang-format -i <file> formats a file.');
process.exitCode = status ?? 1;
