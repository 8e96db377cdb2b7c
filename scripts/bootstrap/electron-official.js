// Fetches the official Electron, in a process of its own: `@electron/get` is a dependency, and the bootstrap
// begins without any. Exits with 3 when the release page cannot be reached, so that nobody waits for long.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const reachMs = 8000;
const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('electron/package.json'));
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Where the installer will fetch from, its mirror settings honoured. */
const downloadAddress = async () => {
  const get = createRequire(join(folder, 'install.js')).resolve('@electron/get');
  const { getArtifactRemoteURL } = await import(pathToFileURL(join(dirname(get), 'artifact-utils.js')).href);
  const { platform, arch } = process;
  return getArtifactRemoteURL({ version: `v${version}`, artifactName: 'electron', platform, arch });
};

try {
  const answer = await fetch(await downloadAddress(), {
    method: 'HEAD',
    signal: AbortSignal.timeout(reachMs),
  });
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
} catch (error) {
  const { cause } = /** @type {Error & { cause?: Error }} */ (error);
  console.error(`Electron's release page cannot be reached: ${cause?.message ?? error}`);
  process.exit(3);
}
process.exit(spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'inherit' }).status ?? 1);
