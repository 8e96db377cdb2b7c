import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cacheFolder } from '../bootstrap/paths.js';
import { lastLines, run } from '../bootstrap/run.js';

/** The release that the package is made for, and proved on. */
const suite = 'bookworm';

/** What a user's machine need not have: the proof is worth nothing where one of them is there. */
const development = [
  'node',
  'npm',
  'nodejs',
  'cc',
  'gcc',
  'g++',
  'clang',
  'make',
  'cmake',
  'python3',
  'sdcc',
  'git',
];

/**
 * Debian's repositories as apt has them on this machine: lines of a sources.list, the main one first.
 * @param {string | undefined} mirror used instead, if given
 * @returns {string[]}
 */
const sources = (mirror) => {
  if (mirror) return [`deb ${mirror} ${suite} main`];
  const format = '$(ORIGIN)|$(REPO_URI)|$(RELEASE)';
  const text = execFileSync('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], {
    encoding: 'utf8',
  });
  const found = [...new Set(text.trim().split('\n'))]
    .map((line) => line.split('|'))
    .filter(([origin, , release = '']) => origin === 'Debian' && release.startsWith(suite))
    .map(([, uri, release]) => `deb ${uri} ${release} main`)
    .sort((a, b) => a.length - b.length);
  if (found.length === 0)
    throw new Error(`apt knows no repository of Debian ${suite} here. Name one: --mirror <address>`);
  return found;
};

/** Mounts that a program expects, in a mount namespace of our own: they are gone when the command ends. */
const mounts = `
  mount -t proc proc "$1/proc" &&
  mount --rbind /dev "$1/dev" &&
  mount --rbind -o ro /sys "$1/sys" &&
  mkdir -p "$1/tmp/.X11-unix" && mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix" || exit 97
  root=$1 user=$2; shift 2
  exec chroot --userspec="$user" "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@"`;

/** Debian as it is after its installation, with nothing but the basics, in a folder of its own. */
export class CleanDebian {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
  }

  /**
   * @param {{ mirror: string | undefined, onLine: (line: string) => void }} options
   * @throws Error without root's rights, without debootstrap, or where no package can be fetched
   */
  static async make({ mirror, onLine }) {
    if (process.getuid?.() !== 0)
      throw new Error('A clean Debian is made with debootstrap, mount and chroot: run this as root.');
    const lines = sources(mirror);
    const [, uri = ''] = lines[0]?.split(' ') ?? [];
    const debian = new CleanDebian(mkdtempSync(join(tmpdir(), 'eevee-debian-')));
    // Root of a system that has other users: temporary folders are for their maker alone.
    chmodSync(debian.folder, 0o755);
    const cache = join(cacheFolder, 'debian-packages');
    mkdirSync(cache, { recursive: true });
    mkdirSync('/tmp/.X11-unix', { recursive: true });
    const made = await run(
      'clean-debian',
      'debootstrap',
      ['--variant=minbase', `--cache-dir=${cache}`, suite, debian.folder, uri],
      { onLine },
    );
    if (made.code !== 0) {
      debian.remove();
      throw new Error(
        `debootstrap failed (sudo apt-get install debootstrap):\n${lastLines(made.output, 15)}`,
      );
    }
    writeFileSync(join(debian.folder, 'etc', 'apt', 'sources.list'), `${lines.join('\n')}\n`);
    copyFileSync('/etc/resolv.conf', join(debian.folder, 'etc', 'resolv.conf'));
    // No service may start in there: it would outlive us.
    writeFileSync(join(debian.folder, 'usr', 'sbin', 'policy-rc.d'), '#!/bin/sh\nexit 101\n', {
      mode: 0o755,
    });
    return debian;
  }

  /** Arguments for `unshare` that run a command in there. @param {string} user @param {string[]} command */
  #inside(user, command) {
    return [
      '--mount',
      '--propagation',
      'private', // its mounts are nobody else's
      'sh',
      '-c',
      mounts,
      'sh',
      this.folder,
      user,
      ...command,
    ];
  }

  /**
   * Runs a command in there and waits.
   * @param {string[]} command
   * @param {{ user?: string, onLine?: (line: string) => void }} [options]
   * @returns {Promise<string>} its output
   * @throws Error with the end of its output where it fails
   */
  async run(command, { user = 'root', onLine } = {}) {
    const { code, output } = await run('clean-debian', 'unshare', this.#inside(user, command), {
      cwd: '/',
      onLine,
    });
    if (code === 97) throw new Error('This machine does not let us mount anything, not even in a namespace.');
    if (code !== 0)
      throw new Error(`${command.join(' ')} failed in the clean Debian:\n${lastLines(output, 25)}`);
    return output;
  }

  /** Starts a program in there. @param {string[]} command @param {string} user */
  start(command, user) {
    return spawn('unshare', this.#inside(user, command), { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /**
   * Installs a package with apt, as a user would, and makes a user.
   * @param {string} deb @param {(line: string) => void} onLine
   * @throws Error where one of the tools of development came along
   */
  async install(deb, onLine) {
    copyFileSync(deb, join(this.folder, 'root', basename(deb)));
    const apt = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
    await this.run([...apt, 'update'], { onLine });
    await this.run([...apt, 'install', '--no-install-recommends', `/root/${basename(deb)}`], { onLine });
    await this.run(['useradd', '--create-home', 'player']);
    const there = await this.run([
      'sh',
      '-c',
      `for name in ${development.join(' ')}; do command -v $name; done; true`,
    ]);
    if (there.trim())
      throw new Error(`The clean Debian is not clean: it has ${there.trim().split('\n').join(', ')}.`);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
