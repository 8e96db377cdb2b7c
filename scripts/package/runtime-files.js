import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { root } from '../bootstrap/paths.js';
import { plainJavaScript, plainName } from './plain-javascript.js';

/** Rooms whose code runs in the package, and beside them what the Benchmarks room starts. */
const codeFolders = [
  'protocol',
  'native',
  'games',
  'engine',
  'benchmarks/suite',
  'benchmarks/gate',
  'benchmarks/report',
  'benchmarks/runner',
  'benchmarks/regression',
];

/** Tests, what only tests use, and what makes data that the package has made already. */
const leftOut = /(^|\/)(testing|checks|tools|train|build|corpus)\/|\.test\.ts$/;

/** Every file below a folder of the checkout, with slashes, sorted. @param {string} folder */
const filesBelow = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/** The TypeScript files of the runtime, from the checkout's folder on. */
export const codeFiles = () =>
  codeFolders.flatMap(filesBelow).filter((file) => file.endsWith('.ts') && !leftOut.test(file));

/** Data of one game: what a session, the judge and the benchmarks read. @param {string} id */
const gameData = (id) => {
  const folder = `games/${id}`;
  const { rom, memoryMap } = JSON.parse(readFileSync(join(root, folder, 'game.json'), 'utf8'));
  const world = rom.replace(/\.\w+$/, '.world.json');
  const built = [rom, memoryMap, world].map((file) => posix.join(folder, file));
  const data = filesBelow(folder).filter((file) =>
    /\/(game\.json|(data|scenarios)\/[^/]+\.json)$/.test(file),
  );
  return [...data, ...built.filter((file) => existsSync(join(root, file)))];
};

/** Everything that is copied as it is. */
const dataFiles = () => {
  const games = readdirSync(join(root, 'games')).filter((id) =>
    existsSync(join(root, 'games', id, 'game.json')),
  );
  return [
    ...games.flatMap(gameData),
    ...filesBelow('models').filter((file) => !leftOut.test(file) && /\.(json|onnx|md)$/.test(file)),
    'native/build/eevee.node',
    'native/build/eevee_tools.node',
    'package.json',
  ];
};

/** @param {string} folder @param {string} name */
const placeOf = (folder, name) => {
  const path = join(folder, ...name.split('/'));
  mkdirSync(dirname(path), { recursive: true });
  return path;
};

/**
 * Writes code and data of the runtime into a folder, laid out as the checkout is: whatever finds its neighbours
 * from where it lies itself finds them there as well.
 *
 * @param {string} folder
 * @returns {Promise<Set<string>>} the packages of npm that the code imports
 * @throws Error for an import of something that does not come along
 */
export const writeRuntime = async (folder) => {
  /** @type {Set<string>} */
  const packages = new Set();
  const files = codeFiles();
  const data = dataFiles();
  const there = new Set([...files.map(plainName), ...data]);
  for (const file of files) {
    const { code, imports } = await plainJavaScript(readFileSync(join(root, file), 'utf8'));
    for (const name of imports) {
      if (name.startsWith('node:')) continue;
      if (!name.startsWith('.')) packages.add(packageOf(name));
      else if (!there.has(posix.join(posix.dirname(file), name)))
        throw new Error(`${file} imports ${name}, which is not part of the package.`);
    }
    writeFileSync(placeOf(folder, plainName(file)), code);
  }
  for (const file of data) cpSync(join(root, file), placeOf(folder, file));
  return packages;
};

/** `@fastify/static/x` belongs to the package `@fastify/static`. @param {string} name */
const packageOf = (name) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
