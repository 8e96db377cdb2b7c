import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containerLimits, noLimits } from './container.ts';

const limitsOf = (files: Record<string, string>) => containerLimits('/', (path) => files[path] ?? null);

describe('limits of control groups', () => {
  test.each([
    ['no control groups', {}, noLimits],
    [
      'version 2, its own mount',
      {
        '/proc/self/cgroup': '0::/\n',
        '/sys/fs/cgroup/cpu.max': '150000 100000\n',
        '/sys/fs/cgroup/memory.max': '3221225472\n',
      },
      { version: 'cgroup v2', processors: 1.5, memoryBytes: 3 * 1024 ** 3 },
    ],
    [
      'version 2, no limits set',
      {
        '/proc/self/cgroup': '0::/user.slice\n',
        '/sys/fs/cgroup/user.slice/cpu.max': 'max 100000\n',
        '/sys/fs/cgroup/user.slice/memory.max': 'max\n',
      },
      { version: 'cgroup v2', processors: null, memoryBytes: null },
    ],
    [
      'version 2, the tightest of the groups above',
      {
        '/proc/self/cgroup': '0::/a/b\n',
        '/sys/fs/cgroup/a/cpu.max': '200000 100000',
        '/sys/fs/cgroup/a/b/cpu.max': '400000 100000',
        '/sys/fs/cgroup/a/b/cpuset.cpus.effective': '0-2,5',
      },
      { version: 'cgroup v2', processors: 2, memoryBytes: null },
    ],
    [
      'version 1',
      {
        '/proc/self/cgroup': '5:memory:/docker/abc\n4:cpu,cpuacct:/docker/abc\n3:cpuset:/docker/abc\n',
        // Seen from inside, the container's group is the mount.
        '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '400000',
        '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000',
        '/sys/fs/cgroup/cpuset/cpuset.cpus': '0-63',
        '/sys/fs/cgroup/memory/memory.limit_in_bytes': '8589934592',
      },
      { version: 'cgroup v1', processors: 4, memoryBytes: 8 * 1024 ** 3 },
    ],
    [
      'version 1 without limits',
      {
        '/proc/self/cgroup': '5:memory:/\n4:cpu,cpuacct:/\n',
        '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1',
        '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000',
        '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712',
      },
      { version: 'cgroup v1', processors: null, memoryBytes: null },
    ],
    [
      'nonsense',
      {
        '/proc/self/cgroup': '0::/../../x\ngarbage\n',
        '/sys/fs/cgroup/cpu.max': 'a lot',
        '/sys/fs/cgroup/memory.max': '-5',
        '/sys/fs/cgroup/cpuset.cpus.effective': '9-2,',
      },
      { version: 'cgroup v2', processors: null, memoryBytes: null },
    ],
  ])('%s', (_what, files, limits) => {
    expect(limitsOf(files as Record<string, string>)).toEqual(limits);
  });

  test('whatever the files say, limits are positive numbers or unknown', () => {
    const positive = (value: number | null) => value === null || value > 0;
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (group, cpu, memory, set) => {
        const { processors, memoryBytes } = containerLimits('/', (path) =>
          path.endsWith('/cgroup')
            ? `0::/${group}`
            : path.includes('cpuset')
              ? set
              : path.includes('cpu')
                ? cpu
                : memory,
        );
        expect(positive(processors) && positive(memoryBytes)).toBe(true);
      }),
    );
  });
});
