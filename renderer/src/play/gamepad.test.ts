import { expect, test } from 'vitest';
import { usualPad } from '../../../protocol/controls.ts';
import { heldOn } from './gamepad.ts';

const pad = (pressed: number[], axes: number[] = [0, 0]) => ({
  axes,
  buttons: Array.from({ length: 17 }, (_, index) => ({ pressed: pressed.includes(index) })),
});

test('maps buttons by place and ignores those that the game does not have', () => {
  expect([...heldOn([pad([0, 1, 9, 16])])].sort()).toEqual(['a', 'b', 'start']);
});

test('buttons that were given to another button of the game press that one', () => {
  expect([...heldOn([pad([0])], { ...usualPad, a: [0], b: [1] })]).toEqual(['a']);
});

test('a stick is a direction once it leans far enough', () => {
  expect([...heldOn([pad([], [-0.9, 0.4])])]).toEqual(['left']);
});
