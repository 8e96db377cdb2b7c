import { spawnSync } from 'node:child_process';
import { lastLines, run, StepError } from './run.js';
import { findProgram } from './system-packages.js';

/** @typedef {import('./system-packages.js').SystemPackage} SystemPackage */

/**
 * How this user may install packages: at once, through sudo without a password, only by hand, or not at all.
 * @typedef {'root' | 'sudo' | 'by-hand' | 'no-apt'} Means
 */

/** @returns {Means} */
export const installMeans = () => {
  if (findProgram('apt-get') === null) return 'no-apt';
  if (process.getuid?.() === 0) return 'root';
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? 'sudo' : 'by-hand';
};

/**
 * The one line that a person types to get everything that is missing.
 * @param {string[]} names
 * @param {boolean} hasSudo
 */
export const commandToType = (names, hasSudo) => {
  const install = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  return hasSudo ? `sudo sh -c 'apt-get update && ${install}'` : `su -c 'apt-get update && ${install}'`;
};

/** @param {SystemPackage[]} missing */
const listed = (missing) => missing.map(({ names, why }) => `  ${names[0]}: ${why}`).join('\n');

/**
 * What to tell a user for whom we cannot install.
 * @param {SystemPackage[]} missing
 * @param {string[]} names as this distribution calls them
 * @param {'by-hand' | 'no-apt'} means
 * @param {boolean} hasSudo
 */
export const missingPackagesError = (missing, names, means, hasSudo) =>
  means === 'no-apt'
    ? new StepError(`Missing on this system, which has no apt-get:\n${listed(missing)}`, {
        remedy:
          "Install them with your own package manager (the names are Debian's; yours may differ), then run this again.",
      })
    : new StepError(`Missing system packages, and this user may not install any:\n${listed(missing)}`, {
        remedy: `Type this, then run the command again:\n\n  ${commandToType(names, hasSudo)}\n`,
      });

/**
 * The names out of `apt-cache policy` that can be installed: a name may be known and yet have no candidate
 * (Ubuntu 24.04 knows `libasound2` only as something that others provide).
 * @param {string} policy its output
 */
export const installable = (policy) => {
  const names = new Set();
  let name = '';
  for (const line of policy.split('\n')) {
    const heading = /^(\S+):$/.exec(line);
    if (heading) name = heading[1] ?? '';
    else if (/^\s+Candidate: (?!\(none\))/.test(line)) names.add(name);
  }
  return names;
};

/** @param {SystemPackage[]} missing */
const chooseNames = (missing) => {
  const asked = missing.flatMap(({ names }) => names);
  const policy = spawnSync('apt-cache', ['policy', ...asked], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const known = installable(policy.stdout ?? '');
  return missing.map(({ names }) => names.find((name) => known.has(name)) ?? null);
};

/**
 * Installs Debian packages, or throws a {@link StepError} that says what to type.
 * @param {SystemPackage[]} missing
 * @param {(line: string) => void} onLine
 */
export const installPackages = async (missing, onLine) => {
  const means = installMeans();
  if (means === 'no-apt' || means === 'by-hand') {
    const chosen = means === 'no-apt' ? [] : chooseNames(missing);
    const names = missing.map((one, index) => chosen[index] ?? one.names[0] ?? '');
    throw missingPackagesError(missing, names, means, findProgram('sudo') !== null);
  }
  // Another apt at work (unattended upgrades) is waited for rather than failed on.
  const settings = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2'];
  /** @param {string[]} args */
  const apt = (args) => {
    const whole = ['apt-get', ...settings, ...args];
    const command = means === 'sudo' ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', ...whole] : whole;
    return run('apt-get', command[0] ?? '', command.slice(1), {
      env: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
      onLine,
    });
  };
  const install = () =>
    apt([
      'install',
      '-y',
      '--no-install-recommends',
      ...chooseNames(missing).map((name, i) => name ?? missing[i]?.names[0] ?? ''),
    ]);

  let result = chooseNames(missing).includes(null) ? null : await install();
  if (result?.code !== 0) {
    // Lists that are absent or old: the packages they point at are no longer on the mirror.
    result = await apt(['update']);
    if (result.code === 0) result = await install();
  }
  if (result.code === 0) {
    const still = missing.filter((one) => !one.found());
    if (still.length === 0) return;
    throw new StepError(`Installed, but still not found:\n${listed(still)}`, {
      remedy: `Look at ${result.log}; remove and reinstall the package if its files were deleted by hand.`,
    });
  }
  throw new StepError(`apt-get could not install:\n${listed(missing)}`, {
    remedy: 'Mend what apt-get complains about (network? another dpkg? disk full?), then run this again.',
    output: lastLines(result.output, 40),
    log: result.log,
  });
};
