import { expect, test } from 'vitest';
import { createSessionSchema } from '../../protocol/sessions.ts';
import { helpText, options, parseOptions, playArguments, sessionBody } from './options.js';

/** @param {string[]} args */
const parse = (...args) => parseOptions(args, '/here');

test('without options: the game in the box and its goal', () => {
  expect(createSessionSchema.parse(sessionBody(parse()))).toMatchObject({ goal: 'gate', speed: 1 });
  expect(playArguments(parse())).toEqual(['--goal', 'gate']);
});

test("a ROM of one's own has no goal unless given", () => {
  const body = createSessionSchema.parse(sessionBody(parse('--rom', 'mine.gb')));
  expect(body).toMatchObject({ rom: '/here/mine.gb', goal: null });
  expect(playArguments(parse('--rom', 'mine.gb'))).toEqual(['--rom', '/here/mine.gb']);
});

test('everything that can be given reaches the session, in its type', () => {
  const given = ['--game', 'g', '--goal', 'none', '--seed', '7', '--speed', '2', '--frame-limit', '600'];
  const body = sessionBody(parse(...given, '--clock', 'lockstep', '--exit-on-goal', '--core', '/c.so'));
  expect(createSessionSchema.parse(body)).toMatchObject({
    game: 'g',
    goal: null,
    seed: 7,
    speed: 2,
    frameLimit: 600,
    clock: 'lockstep',
    endOnGoal: true,
    core: '/c.so',
  });
});

test('a window of another program is named by its title', () => {
  const values = parse('--window', 'mGBA', '--exit-on-goal');
  expect(createSessionSchema.parse(sessionBody(values))).toMatchObject({
    window: { name: 'mGBA' },
    goal: 'gate',
  });
  expect(playArguments(values)).toEqual(['--window', 'mGBA', '--goal', 'gate', '--exit-on-goal']);
});

test('mistakes are refused in words', () => {
  expect(() => parse('--bogus')).toThrow(/--bogus/);
  expect(() => parse('--seed', 'x')).toThrow("--seed takes a number, not 'x'.");
  expect(() => parse('--game', 'a', '--rom', 'b')).toThrow(/exclude each other/);
  expect(() => parse('stray')).toThrow(/stray/);
});

test('the help names every option', () => {
  for (const { name } of options) expect(helpText()).toContain(`--${name}`);
});
