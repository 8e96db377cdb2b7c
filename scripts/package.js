import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrapOrExit } from './bootstrap/index.js';
import { typedIn } from './bootstrap/paths.js';
import { packageApp } from './package/index.js';
import { proveOnCleanDebian } from './package/proof.js';

const help = `Usage: npm run package -- [options]

Makes the application as a folder and as a .deb, in dist/package.

  --unpacked          the folder only
  --fast              pack the .deb loosely: larger, and done in seconds
  --out <folder>      where to put both
  --check             then install the .deb on a clean Debian made for it, and play there (as root; minutes)
  --mirror <address>  Debian's packages for --check; else those that apt knows
  --keep              leave that Debian there, to look around
  --help              this help
`;

const readArguments = () => {
  try {
    return parseArgs({
      options: {
        unpacked: { type: 'boolean' },
        fast: { type: 'boolean' },
        out: { type: 'string' },
        check: { type: 'boolean' },
        mirror: { type: 'string' },
        keep: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\nAll options: npm run package -- --help`);
    process.exit(2);
  }
};

const { unpacked, fast, out, check, mirror, keep, help: asksHelp } = readArguments();
if (asksHelp) {
  process.stdout.write(help);
  process.exit(0);
}

await bootstrapOrExit(['modules', 'cores', 'addon', 'roms', 'models', 'ui', 'electron']);
try {
  const { deb } = await packageApp({
    deb: !unpacked,
    fast: fast === true,
    ...(out === undefined ? {} : { out: resolve(typedIn(), out) }),
  });
  if (check && deb) await proveOnCleanDebian({ deb, mirror, keep: keep === true });
} catch (error) {
  console.error(`Packaging failed: ${/** @type {Error} */ (error).message}`);
  process.exitCode = 1;
}
