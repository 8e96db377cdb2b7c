import { parseArgs } from 'node:util';
import { startEngine } from './engine.ts';
import { problemFrom } from './problem.ts';
import { flagOf, type GivenSettings, launchNames, readGiven } from './settings/given.ts';
import type { SettingName } from './settings.ts';

/**
 * Entry of the engine as a child of the app's shell. Settings come as flags (`--data-dir …`) or from the
 * environment. Tells its parent `{ type: 'ready', url, port, token, pageUrl }` or
 * `{ type: 'problem', problem }`, and ends with the parent, or on `{ type: 'close' }`.
 */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}
/** Electron's utility process has this instead of Node's `process.send`. */
const parentPort = (process as { parentPort?: ParentPort }).parentPort;

// The program that runs a utility process is Electron, and so it is for the children of this one: without a word
// it would open another window instead of running their script.
if (parentPort) process.env['ELECTRON_RUN_AS_NODE'] = '1';

const tellParent = (message: unknown): void => {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
};

const settingsFromFlags = (): GivenSettings => {
  const options = Object.fromEntries(launchNames.map((name) => [flagOf(name), { type: 'string' as const }]));
  const { values } = parseArgs({ options, strict: true });
  const given: Partial<Record<SettingName, unknown>> = {};
  for (const name of launchNames) given[name] = values[flagOf(name)];
  return readGiven(given);
};

const main = async (): Promise<void> => {
  const engine = await startEngine(settingsFromFlags());
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await engine.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
  process.on('disconnect', close);
  const hear = (message: unknown): void => {
    if ((message as { type?: unknown } | null)?.type === 'close') void close();
  };
  process.on('message', hear);
  parentPort?.on('message', ({ data }) => hear(data));
  const { url, port, token, pageUrl } = engine;
  tellParent({ type: 'ready', url, port, token, pageUrl });
};

main().catch((error) => {
  const problem = problemFrom(error);
  tellParent({ type: 'problem', problem });
  process.stderr.write(`${problem.code}: ${problem.message} ${problem.remedy}\n`);
  // Not process.exit: the message to the parent is still on its way.
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
