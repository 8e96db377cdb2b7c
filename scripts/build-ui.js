import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconPng } from './package/icon.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const shellFolder = join(root, 'dist', 'electron');
const pageFolder = join(root, 'dist', 'renderer');
/** The page is built here and then takes the old one's place, which an engine may be serving meanwhile. */
const unfinishedPage = `${pageFolder}.unfinished`;

/** What the bundles are made from; dependencies count through the lock file. */
const inputs = [
  'renderer',
  'electron',
  'protocol',
  'scripts/build-ui.js',
  'scripts/package/icon.js',
  'scripts/package/icon.svg',
  'package-lock.json',
];

/** Every file below a path, sorted, so that the hash does not depend on the file system's order. */
const filesBelow = (path) => {
  const full = join(root, path);
  try {
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return [full];
    throw error;
  }
};

/** A hash over everything the bundles are made from: build again when it differs from the last one. */
export const inputsHash = () => {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesBelow)) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

/** What `dist/` was built from. */
const builtFrom = join(root, 'dist', 'ui.sha256');

/** @param {string} hash */
const isBuiltFrom = (hash) =>
  existsSync(join(pageFolder, 'index.html')) &&
  existsSync(join(shellFolder, 'package.json')) &&
  existsSync(builtFrom) &&
  readFileSync(builtFrom, 'utf8') === hash;

/** No configuration file: this script is the configuration, for every place that builds. */
const common = { configFile: false, logLevel: 'warn', publicDir: false };

const rendererConfig = (react) => ({
  ...common,
  root: join(root, 'renderer'),
  publicDir: join(root, 'renderer', 'public'),
  // The same files are served by the engine at / and by the shell at eevee://app/.
  base: './',
  plugins: [react()],
  build: {
    outDir: unfinishedPage,
    emptyOutDir: true,
    target: 'chrome130',
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    sourcemap: true,
  },
});

/** Bundle of one script of the shell. CommonJS: a sandboxed preload cannot be anything else. */
const shellConfig = (input, file) => ({
  ...common,
  root,
  ssr: { noExternal: true },
  build: {
    ssr: join(root, input),
    outDir: shellFolder,
    emptyOutDir: false,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      external: ['electron', ...builtinModules, /^node:/],
      output: { format: 'cjs', entryFileNames: file, codeSplitting: false },
    },
  },
});

/** Makes the shell's folder an application that Electron can be pointed at. */
const writeShellPackage = async () => {
  await mkdir(shellFolder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const description = { name: 'eevee', productName: 'Eevee', version, main: 'main.js', type: 'commonjs' };
  await writeFile(join(shellFolder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
  await writeFile(join(shellFolder, 'icon.png'), await iconPng(256));
};

/**
 * Does something as it is done for users: a test runner's own NODE_ENV would put React's development build, with
 * paths of this machine, into the page that is shipped.
 * @param {() => Promise<void>} work
 */
const inProduction = async (work) => {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
};

/**
 * Builds `dist/renderer` (page) and `dist/electron` (shell), unless they were built from the very same files. Throws
 * when a source does not compile.
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function buildUi({ log = console.log } = {}) {
  const started = performance.now();
  const hash = inputsHash();
  if (isBuiltFrom(hash)) return;
  await rm(builtFrom, { force: true });
  await inProduction(buildAll);
  await writeFile(builtFrom, hash);
  log(`Built dist/renderer and dist/electron in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

const buildAll = async () => {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  await build(rendererConfig(react));
  await rm(pageFolder, { recursive: true, force: true });
  await rename(unfinishedPage, pageFolder);
  await build(shellConfig('electron/main/main.ts', 'main.js'));
  await build(shellConfig('electron/preload/preload.ts', 'preload.cjs'));
  await writeShellPackage();
};

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await buildUi();
