import { expect, test } from 'vitest';
import type { LibraryEntry } from '../../../protocol/library.ts';
import { likeLast } from './play-like-last.ts';

const goals = [
  { name: 'sign', title: 'Read the sign' },
  { name: 'gate', title: 'Reach the gate' },
];
const entry = (more: Partial<LibraryEntry>) =>
  ({ id: 'g', goals, lastChoice: null, ...more }) as LibraryEntry;

test('the first time a game that the AI knows is played for its last goal', () => {
  expect(likeLast(entry({}))).toEqual({ entry: 'g', goal: 'gate', seed: 0, speed: 1, player: 'eyes' });
});

test('after that like the last time, also without a goal', () => {
  const lastChoice = { goal: 'sign', seed: 9, speed: 4, player: 'eyes' } as const;
  expect(likeLast(entry({ lastChoice }))).toEqual({ entry: 'g', ...lastChoice });
  expect(likeLast(entry({ lastChoice: { ...lastChoice, goal: null } })).goal).toBeNull();
});

test('a goal that the game has no more is left out, and so is an AI that does not know the game', () => {
  const lastChoice = { goal: 'moon', seed: 0, speed: 1, player: 'eyes' } as const;
  expect(likeLast(entry({ lastChoice })).goal).toBeNull();
  expect(likeLast(entry({ lastChoice, goals: [] }))).toMatchObject({ goal: null, player: 'none' });
  expect(likeLast(entry({ goals: [] }))).toMatchObject({ goal: null, player: 'none' });
});
