import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Found } from '../../../protocol/hardware.ts';

type Limits = Found['container'];
/** Text of a file, or null where there is none. */
type Read = (path: string) => string | null;

export const noLimits: Limits = { version: null, processors: null, memoryBytes: null };

/** cgroup v1 says "no limit" with the largest multiple of a page below 2⁶³; nobody has an exabyte. */
const noMemoryLimit = 2 ** 60;

const readText: Read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** Number of processors in a list such as `0-3,8`; null where it is none. */
const listed = (text: string | null): number | null => {
  if (text === null || !/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(text.trim())) return null;
  let count = 0;
  for (const range of text.trim().split(',')) {
    const [first = 0, last = first] = range.split('-').map(Number);
    if (last >= first) count += last - first + 1;
  }
  return count > 0 ? count : null;
};

const whole = (text: string | null | undefined): number | null => {
  const number = text && /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number > 0 ? number : null;
};
const share = (quota: number | null, period: number | null): number | null =>
  quota !== null && period !== null ? quota / period : null;
const memoryLimit = (text: string | null): number | null => {
  const bytes = whole(text);
  return bytes !== null && bytes < noMemoryLimit ? bytes : null;
};

const least = (...limits: (number | null)[]): number | null =>
  limits.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.min(a, b)), null);

/** A group and all above it, up to the mount: any of them may hold the tightest limit. */
const upwards = (mount: string, group: string): string[] => {
  const folders = [mount];
  let folder = mount;
  // A container that sees its host's path finds nothing there; its own group is the mount itself then.
  for (const part of posix.normalize(group).split('/')) {
    if (part === '' || part === '..') continue;
    folder = join(folder, part);
    folders.push(folder);
  }
  return folders;
};

const unified = (read: Read, mount: string, group: string): Omit<Limits, 'version'> => {
  const folders = upwards(mount, group);
  const quota = (folder: string): number | null => {
    const [limit, period] = (read(join(folder, 'cpu.max')) ?? '').trim().split(/\s+/);
    return share(whole(limit), whole(period));
  };
  return {
    processors: least(
      ...folders.map(quota),
      ...folders.map((folder) => listed(read(join(folder, 'cpuset.cpus.effective')))),
    ),
    memoryBytes: least(...folders.map((folder) => memoryLimit(read(join(folder, 'memory.max'))))),
  };
};

const separate = (read: Read, mount: string, groups: Map<string, string>): Omit<Limits, 'version'> => {
  const folders = (controller: string): string[] =>
    upwards(join(mount, controller), groups.get(controller) ?? '/');
  return {
    processors: least(
      ...folders('cpu').map((folder) =>
        share(whole(read(join(folder, 'cpu.cfs_quota_us'))), whole(read(join(folder, 'cpu.cfs_period_us')))),
      ),
      ...folders('cpuset').map((folder) => listed(read(join(folder, 'cpuset.cpus')))),
    ),
    memoryBytes: least(
      ...folders('memory').map((folder) => memoryLimit(read(join(folder, 'memory.limit_in_bytes')))),
    ),
  };
};

/**
 * Limits that a container or control group sets, which the operating system's own figures do not show. Reads
 * `/proc/self/cgroup` and `/sys/fs/cgroup` below `root` (tests give another); never throws. A computer without
 * control groups has no limits.
 */
export const containerLimits = (root = '/', read: Read = readText): Limits => {
  const groups = new Map<string, string>();
  for (const line of (read(join(root, 'proc/self/cgroup')) ?? '').split('\n')) {
    // `4:cpu,cpuacct:/docker/…` in version 1, `0::/…` in version 2.
    const [, controllers, group] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers === undefined || group === undefined) continue;
    for (const controller of controllers.split(',')) groups.set(controller, group);
  }
  if (groups.size === 0) return noLimits;
  const mount = join(root, 'sys/fs/cgroup');
  const old = ['cpu', 'cpuset', 'memory'].some((controller) => groups.has(controller));
  const limits = old ? separate(read, mount, groups) : unified(read, mount, groups.get('') ?? '/');
  return { version: old ? 'cgroup v1' : 'cgroup v2', ...limits };
};
