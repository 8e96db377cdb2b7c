#!/usr/bin/env node
/**
 * Builds the native addon with cmake-js, from what is installed: nothing is fetched. Plain JavaScript, so that
 * the bootstrap can run it with whatever Node the machine has.
 *
 *   node native/build.js [--sanitize]
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const nativeDir = dirname(fileURLToPath(import.meta.url));
const buildDir = join(nativeDir, 'build');
const sourcePattern = /(\.(cc|h|c|map)|CMakeLists\.txt|package\.json|build\.js)$/;

/** @returns {string[]} paths of everything a build depends on, sorted */
const inputs = (folder = nativeDir) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'build' && entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return inputs(path);
      return sourcePattern.test(entry.name) ? [path] : [];
    })
    .sort();

/** Hash of all sources of the addon, of its build rules, and of the machine it is built for; takes milliseconds. */
export function inputsHash() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const path of inputs()) {
    hash.update(`${relative(nativeDir, path).replaceAll('\\', '/')}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

const requireTool = (tool, command) =>
  new Promise((done, fail) => {
    execFile(tool, ['--version'], (error) => {
      if (!error) return done(undefined);
      fail(
        new Error(`The addon cannot be built: there is no working \`${tool}\`. Install it with: ${command}`),
      );
    });
  });

const requireTools = async () => {
  await requireTool('cmake', 'sudo apt-get install cmake');
  if (process.platform === 'win32') return;
  await requireTool('c++', 'sudo apt-get install g++');
  const ninja = await requireTool('ninja', '').then(
    () => true,
    () => false,
  );
  if (!ninja) await requireTool('make', 'sudo apt-get install make');
};

/** Two builds at once in one folder break each other; the second waits. A lock of a dead process is removed. */
const withLock = async (folder, work) => {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'build.lock');
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!ownerLives(lock)) rmSync(lock, { force: true });
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};

const ownerLives = (lock) => {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Empty: its owner is between making and filling it, unless it has been so for long.
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs < 5000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** CMake refuses a build folder that was configured elsewhere, or only half: a moved checkout starts over. */
const forgetOtherCheckout = (outDir) => {
  const cache = join(outDir, 'CMakeCache.txt');
  if (!existsSync(cache)) return;
  const value = (key) => new RegExp(`^${key}:INTERNAL=(.*)$`, 'm').exec(readFileSync(cache, 'utf8'))?.[1];
  const same =
    resolve(value('CMAKE_HOME_DIRECTORY') ?? '') === nativeDir &&
    resolve(value('CMAKE_CACHEFILE_DIR') ?? '') === resolve(outDir);
  const whole = readdirSync(outDir).some(
    (name) => name === 'build.ninja' || name === 'Makefile' || name.endsWith('.sln'),
  );
  if (same && whole) return;
  rmSync(cache);
  rmSync(join(outDir, 'CMakeFiles'), { recursive: true, force: true });
};

const run = (command, args, log) =>
  new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let tail = '';
    const take = (chunk) => {
      tail = (tail + chunk).slice(-20000);
      for (const line of String(chunk).split('\n')) if (line.trim()) log(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done(undefined);
      else fail(new Error(`Building the native addon failed (exit ${code}):\n${tail}`));
    });
  });

/**
 * Builds what changed.
 * @param {{ log?: (line: string) => void, sanitize?: boolean, target?: string }} [options] `log` gets each line
 *   of the build's output; `sanitize` builds the C++ tests and test cores under sanitizers, in a folder of
 *   their own; `target` names one CMake target instead of all.
 * @returns {Promise<{ outDir: string, built: boolean }>} where the results lie, and whether anything was built
 * @throws an Error whose message says which tool is missing, or ends with the compiler's output
 */
export async function buildAddon({ log = () => {}, sanitize = false, target } = {}) {
  const outDir = sanitize ? join(buildDir, 'sanitize') : buildDir;
  const stamp = join(outDir, `inputs${target ? `-${target}` : ''}.sha256`);
  return withLock(outDir, async () => {
    const hash = inputsHash();
    const results = sanitize || target ? [] : ['eevee.node', 'eevee_tools.node'];
    const upToDate = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
    if (upToDate && results.every((name) => existsSync(join(outDir, name)))) return { outDir, built: false };

    await requireTools();
    forgetOtherCheckout(outDir);
    rmSync(stamp, { force: true });
    const cmakeJs = createRequire(import.meta.url).resolve('cmake-js/bin/cmake-js');
    const args = [cmakeJs, 'build', '--directory', nativeDir, '--out', outDir, '--config', 'Release'];
    args.push('--parallel', String(Math.min(availableParallelism(), 8)));
    if (sanitize) args.push('--CDEEVEE_SANITIZE=ON');
    if (target) args.push('--target', target);
    await run(process.execPath, args, log);
    writeFileSync(stamp, hash);
    return { outDir, built: true };
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const started = Date.now();
    const sanitize = process.argv.includes('--sanitize');
    const { outDir, built } = await buildAddon({ log: (line) => console.log(line), sanitize });
    const what = built ? `built in ${((Date.now() - started) / 1000).toFixed(1)} s` : 'up to date';
    console.log(`Native addon ${what}: ${outDir}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
