import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunFigures } from './schemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'eevee-regression-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const runAt = (level: number, rom = 'a'): RunFigures => ({
  format: 'eevee-run-figures',
  version: 1,
  machine: { processor: 'a processor', cores: 2 },
  rom: { sha256: rom.repeat(64) },
  settings: {},
  players: ['eyes'],
  figures: [
    {
      figure: 'frames to the gate',
      unit: 'frames',
      better: 'lower',
      samples: Array.from({ length: 20 }, (_, i) => level + ((i * 7) % 20)),
    },
  ],
});

const bench = (...args: string[]) => {
  const main = join(import.meta.dirname, 'main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

const baseline = write('baseline.json', runAt(1000));

describe('bench:compare', () => {
  it('ends with 0 when nothing became worse', () => {
    const { status, stdout } = bench('compare', baseline, baseline);
    expect(status).toBe(0);
    expect(stdout).toContain('No figure became worse.');
  });

  it('ends with 1 on a regression, with a table and as JSON', () => {
    const slower = write('slower.json', runAt(1100));
    const text = bench('compare', baseline, slower);
    expect(text.status).toBe(1);
    expect(text.stdout).toMatch(/^figure +unit +before +after/);
    expect(text.stdout).toContain('surely slower');
    const json = join(folder, 'verdicts.json');
    expect(bench('compare', baseline, slower, '--json', json).status).toBe(1);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      regressions: 1,
      verdicts: [{ figure: 'frames to the gate', call: 'worse', samples: { before: 20, after: 20 } }],
    });
    expect(JSON.parse(bench('compare', baseline, slower, '--json', '-').stdout)).toMatchObject({
      regressions: 1,
    });
  });

  it.each([
    ['another ROM', () => write('foreign.json', runAt(1000, 'b')), 'resource.baseline-foreign'],
    ['no file', () => join(folder, 'none.json'), 'resource.run-missing'],
    [
      'half a file',
      () => write('half.json', JSON.stringify(runAt(1000)).slice(0, 90)),
      'resource.run-broken',
    ],
    ['another version', () => write('v2.json', { ...runAt(1000), version: 2 }), 'resource.run-broken'],
    ['no figures', () => write('empty.json', { ...runAt(1000), figures: [] }), 'resource.run-broken'],
  ])('refuses %s with 2', (_, path, code) => {
    const { status, stderr } = bench('compare', baseline, path());
    expect(status).toBe(2);
    expect(stderr).toContain(`(${code})`);
  });

  it('names the field that is wrong', () => {
    const run = runAt(1000);
    const figures = [{ ...run.figures[0], keys: [1, 2] }];
    const { stderr } = bench('compare', baseline, write('keys.json', { ...run, figures }));
    expect(stderr).toContain('figures.0: one key for each sample is needed');
  });

  it('ends with 2 when called wrongly', () => {
    expect(bench('compare', baseline).status).toBe(2);
    expect(bench('compare', '--help').status).toBe(0);
  });
});

describe('bench:history', () => {
  it('names the run with which a figure changed', () => {
    const paths = Array.from({ length: 14 }, (_, i) =>
      write(`run-${i}.json`, runAt(i < 8 ? 1000 + i : 1100 + i)),
    );
    const { status, stdout } = bench('history', ...paths);
    expect(status).toBe(0);
    expect(stdout).toMatch(/frames to the gate rose by 10\.\d% .* with run-8\.json\./);
  });
});
