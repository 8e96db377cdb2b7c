import { expect, test } from 'vitest';
import { countsIn } from './counts.js';
import { countsOf } from './run-stage.js';
import { chooseStages, stages } from './stages.js';

test('the closing lines of the runners are understood', () => {
  expect(
    countsIn(' Test Files  1 failed | 7 passed (8)\n      Tests  3 failed | 40 passed | 2 skipped (45)\n'),
  ).toEqual({
    passed: 40,
    failed: 3,
    skipped: 2,
  });
  expect(
    countsIn('\u001b[2m      Tests \u001b[22m \u001b[1m\u001b[32m36 passed\u001b[39m (36)\n')?.passed,
  ).toBe(36);
  expect(countsIn('some test\n12 passed, 1 failed\n')).toEqual({ passed: 12, failed: 1, skipped: 0 });
  expect(countsIn('65 of 66 native tests passed\nNative C++ tests: plain FAILED.')).toEqual({
    passed: 65,
    failed: 1,
    skipped: 0,
  });
  expect(countsIn('nothing of the kind')).toBeNull();
});

const runner = /** @type {import('./stages.js').Stage} */ ({ name: 'x', tests: true });
const command = /** @type {import('./stages.js').Stage} */ ({ name: 'y' });

test('a runner that crashes, or that runs nothing, has failed', () => {
  expect(countsOf(runner, { code: 139, output: '' }).failed).toBe(1);
  expect(countsOf(runner, { code: 1, output: '5 passed, 0 failed' })).toMatchObject({ passed: 5, failed: 1 });
  expect(countsOf(runner, { code: 0, output: 'no test files found' }).failed).toBe(1);
});

test('a command without counts is one test', () => {
  expect(countsOf(command, { code: 0, output: '' })).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(countsOf(command, { code: 2, output: '' })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('stages and single tests are chosen by name', () => {
  expect(chooseStages([]).chosen).toBe(stages);
  const { chosen, filters } = chooseStages(['unit', 'engine/store']);
  expect(chosen.map(({ name }) => name)).toEqual(['unit']);
  expect(filters).toEqual(['engine/store']);
  expect(() => chooseStages(['nonsense'])).toThrow(/No stage is called 'nonsense'/);
  expect(() => chooseStages(['types', 'engine/store'])).toThrow(/has no single tests/);
});
