import { join } from 'node:path';
import { bootstrapOrExit, needsOf } from './bootstrap/index.js';
import { findNode24 } from './bootstrap/node24.js';
import { root, typedIn } from './bootstrap/paths.js';
import { findElectron } from './find-electron.js';
import { handOver } from './hand-over.js';
import { helpText, parseOptions, playArguments, sessionBody } from './start/options.js';

/** @typedef {Record<string, string | boolean | undefined>} Values */

/** @returns {Values} */
const readOptions = () => {
  try {
    return parseOptions(process.argv.slice(2), typedIn());
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\nAll options: npm start -- --help`);
    process.exit(2);
  }
};

const hasDisplay = () => {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
};

/** @param {Values} values */
const playInWindow = async (values) => {
  const electron = findElectron();
  if (!electron) throw new Error('Electron went away while starting. Run npm start again.');
  if (electron.kind === 'stand-in') {
    console.error(`Electron ${electron.version}, a stand-in for the official one (docs/development.md).`);
  }
  const args = [...electron.args];
  if (process.getuid?.() === 0) {
    console.error('Running as root: Chromium cannot use its sandbox, so the window opens without it.');
    args.push('--no-sandbox');
  }
  await handOver(electron.path, args, {
    cwd: root,
    env: {
      // Set by editors whose terminal runs inside Electron; it would make ours a plain Node.
      ELECTRON_RUN_AS_NODE: undefined,
      EEVEE_START: JSON.stringify(sessionBody(values)),
      EEVEE_NODE: findNode24(),
      EEVEE_DATA_DIR: text(values['data-dir'] ?? process.env.EEVEE_DATA_DIR),
      EEVEE_PORT: text(values['port'] ?? process.env.EEVEE_PORT),
    },
  });
};

/** @param {string | boolean | undefined} value */
const text = (value) => (value === undefined ? undefined : String(value));

/**
 * Whether the play ends by itself: then the figures are what is wanted, and no page is needed to watch it.
 * @param {Values} values
 */
const endsByItself = (values) => values['exit-on-goal'] === true || values['frame-limit'] !== undefined;

/** @param {Values} values */
const playWithoutWindow = (values) => {
  const main = join(root, 'engine', 'cli', 'main.ts');
  const how = endsByItself(values) ? ['--headless'] : [];
  return handOver(findNode24(), [main, 'play', ...how, ...playArguments(values)], { cwd: typedIn() });
};

const values = readOptions();
if (values['help']) {
  process.stdout.write(helpText());
  process.exit(0);
}
const wantsWindow = !values['headless'] && !values['no-window'];
const withWindow = wantsWindow && hasDisplay();
const needs = withWindow ? needsOf.window : endsByItself(values) ? needsOf.play : needsOf.serve;
await bootstrapOrExit(
  // Whoever brings a core, or plays in another program's window, needs none installed.
  needs.filter((need) => need !== 'cores' || (values['core'] ?? values['window']) === undefined),
  { retryElectron: values['retry-electron'] === true },
);
if (withWindow) await playInWindow(values);
if (wantsWindow) console.error('There is no display here: playing without a window.');
await playWithoutWindow(values);
