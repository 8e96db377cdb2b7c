import { cpSync, existsSync, lstatSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../bootstrap/paths.js';

/**
 * @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>,
 *   peerDependencies?: Record<string, string> }} Locked
 * @typedef {{ packages: Record<string, Locked> }} LockFile
 */

/**
 * Where in the tree a package finds another one, as Node looks for it: below itself, then further up.
 * @param {LockFile} lock @param {string} from path of the one that asks; '' is the project @param {string} name
 * @returns {string | null}
 */
const resolvedFrom = ({ packages }, from, name) => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = at ? `${at}/node_modules/${name}` : `node_modules/${name}`;
    if (packages[path]) return path;
    if (!at) return null;
  }
};

/**
 * The packages that some packages need at run time, they themselves included, as paths in the tree.
 * @param {LockFile} lock
 * @param {Iterable<string>} names
 * @throws Error for a name that is no production dependency of ours: it would be there in a checkout only
 */
export const runtimePackages = (lock, names) => {
  const ours = lock.packages['']?.dependencies ?? {};
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} path */
  const add = (path) => {
    if (found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = lock.packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const needed = resolvedFrom(lock, path, name);
      if (needed) add(needed);
    }
  };
  for (const name of names) {
    if (!ours[name]) throw new Error(`${name} is imported at run time: it belongs under "dependencies".`);
    add(`node_modules/${name}`);
  }
  return [...found].sort();
};

/** Files of a package that nobody reads at run time; licences and what `package.json` says are kept. */
const needless =
  /\.(d\.[cm]?ts|test\.[cm]?js|[cm]?ts|tsx|map|c|cc|cpp|h|hpp|gyp|gypi|patch|tgz|pdb|lib)$|(^|\/)(test|tests|__tests__|examples?|benchmarks?|\.github|\.vscode)(\/|$)|(^|\/)\.[^/]+$/;
const prose = /\.(md|markdown|txt)$/i;
const licence = /(^|\/)(licen[cs]e|copying|notice|third-?party|copyright)[^/]*$/i;

/** Folders or names that say for which machine a library is: `linux-x64.node`, `napi-v6/linux/x64/`. */
const madeFor = /(linuxmusl|linux|darwin|win32)[-/](x64|arm64|ia32)/;

/**
 * Whether a file of a package comes along.
 * @param {string} file from the package's folder on, with slashes
 * @param {string} machine such as `linux-x64`
 */
export const isShipped = (file, machine) => {
  if (licence.test(file) && !needless.test(file)) return true;
  const made = madeFor.exec(file);
  if (made && `${made[1]}-${made[2]}` !== machine) return false;
  return !needless.test(file) && !prose.test(file);
};

/**
 * Copies packages of npm into a folder of theirs.
 * @param {string[]} packages paths in the tree
 * @param {string} folder that `node_modules/` will lie in
 * @param {string} machine
 */
export const copyPackages = (packages, folder, machine) => {
  for (const path of packages) {
    const from = join(root, path);
    // An optional one for another machine.
    if (!existsSync(from)) continue;
    cpSync(from, join(folder, path), {
      recursive: true,
      filter: (source) => {
        const file = relative(from, source).split(sep).join('/');
        if (file === '') return true;
        // Packages below it are on the list themselves.
        if (/(^|\/)node_modules(\/|$)/.test(file)) return false;
        if (lstatSync(source).isDirectory()) return !needless.test(file);
        return isShipped(file, machine);
      },
    });
  }
};

/** @returns {LockFile} */
export const readLock = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
