import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualKeys } from '../../protocol/controls.ts';
import type { NoticeText } from '../notices.ts';
import { type SettingName, settingList, settingNames } from '../settings.ts';
import { scratchFolder } from '../testing/engine.ts';
import { SettingsBoard } from './board.ts';
import { isOfFile, settingsAtStart } from './file.ts';
import { type GivenSettings, readGiven } from './given.ts';

const opened = (text: string | null, given: GivenSettings = {}, folder = scratchFolder()) => {
  const path = join(folder, 'settings.json');
  if (text !== null) writeFileSync(path, text);
  const notices: NoticeText[] = [];
  const board = new SettingsBoard(given, path, (notice) => notices.push(notice));
  const aside = () => readdirSync(folder).filter((name) => name.startsWith('settings.json.broken-'));
  const file = () => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const of = (name: SettingName) => board.list().settings.find((each) => each.name === name)!;
  return { folder, path, board, notices, aside, file, of };
};
const problemOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as { problem: { code: string } }).problem;
  }
  throw new Error('nothing was refused');
};

describe('where a value comes from', () => {
  test('nothing given, no file: the default', () => {
    expect(opened(null).of('autosaveSeconds')).toMatchObject({ value: 10, source: 'default', locked: null });
  });
  test('the file goes before the default', () => {
    expect(opened('{"autosaveSeconds": 5}').of('autosaveSeconds')).toMatchObject({
      value: 5,
      source: 'file',
    });
  });
  test('the environment goes before the file, a flag before both, and each says that it locks', () => {
    const environment = { EEVEE_AUTOSAVE_SECONDS: '7', EEVEE_LOG_LEVEL: 'error' };
    const given = readGiven({ logLevel: 'warn' }, environment);
    const { of, board } = opened('{"autosaveSeconds": 5, "logLevel": "debug"}', given);
    expect(of('autosaveSeconds')).toMatchObject({
      value: 7,
      source: 'environment',
      locked: expect.stringContaining('EEVEE_AUTOSAVE_SECONDS'),
    });
    expect(of('logLevel')).toMatchObject({
      value: 'warn',
      source: 'command line',
      locked: expect.stringContaining('--log-level'),
    });
    expect(problemOf(() => board.choose({ logLevel: 'info' }))).toMatchObject({
      code: 'configuration.locked',
    });
  });
  test('whoever only looks sees what the engine would start with, and changes nothing', () => {
    const { folder } = opened(null);
    writeFileSync(join(folder, 'settings.json'), '{"maxSessions": 3, "autosaveSeconds": "never"}');
    const settings = settingsAtStart(readGiven({ dataDir: folder }, {}));
    expect(settings).toMatchObject({ maxSessions: 3, autosaveSeconds: 10 });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});

describe('choosing', () => {
  test('a choice is in the file, in force and there after a restart', () => {
    const { board, file, of, folder } = opened(null);
    board.choose({ maxSessions: 2 });
    expect(board.inForce.maxSessions).toBe(2);
    expect(of('maxSessions')).toMatchObject({ value: 2, source: 'file', waiting: false });
    expect(file()).toEqual({ maxSessions: 2 });
    expect(opened(null, {}, folder).board.inForce.maxSessions).toBe(2);
  });
  test('what is read at the start only waits for it, and says so', () => {
    const { board, of, folder } = opened(null);
    board.choose({ tier: 'low' });
    expect(of('tier')).toMatchObject({ value: 'low', inForce: 'auto', waiting: true });
    expect(opened(null, {}, folder).of('tier')).toMatchObject({
      value: 'low',
      inForce: 'low',
      waiting: false,
    });
  });
  test('whoever asked to be told is told, once a change', () => {
    const { board } = opened(null);
    const heard: string[] = [];
    board.on('logLevel', ({ logLevel }) => heard.push(logLevel));
    board.choose({ logLevel: 'debug' });
    board.choose({ logLevel: 'debug', maxSessions: 3 });
    board.forget('logLevel');
    expect(heard).toEqual(['debug', 'info']);
  });
  test('several are taken together or not at all', () => {
    const { board, of } = opened('{"maxSessions": 4}');
    expect(problemOf(() => board.choose({ maxSessions: 2, autosaveSeconds: 0 }))).toMatchObject({
      code: 'configuration.invalid',
      field: 'autosaveSeconds',
    });
    expect(of('maxSessions').value).toBe(4);
  });
  test('taken back, one has its default and the others stay; then all of them', () => {
    const { board, file } = opened('{"maxSessions": 4, "theme": "dark"}');
    board.forget('maxSessions');
    expect(file()).toEqual({ theme: 'dark' });
    board.forget(null);
    expect(file()).toEqual({});
  });
  test('what was written into the file by hand meanwhile is kept', () => {
    const { board, path, file } = opened(null);
    writeFileSync(path, '{"theme": "dark"}');
    board.choose({ maxSessions: 2 });
    expect(file()).toEqual({ theme: 'dark', maxSessions: 2 });
  });
  test.each<[string, SettingName, unknown, RegExp]>([
    ['too small', 'autosaveSeconds', 0, />=1/],
    ['text for a number', 'maxSessions', 'many', /NaN|number/],
    ['null', 'maxSessions', null, /number/],
    ['true', 'maxSessions', true, /number/],
    ['part of a session', 'maxSessions', 1.5, /int/],
    ['an unknown word', 'logLevel', 'loud', /option/],
    ['another scheme', 'hubUrl', 'ftp://example.org', /http/],
    ['an address with a password', 'hubUrl', 'https://me:secret@example.org', /password/],
    ['a folder that is not there', 'modelDir', '/nowhere/at/all', /no folder \/nowhere/],
    ['a core that is not there', 'corePaths', ['/nowhere.so'], /nothing at \/nowhere\.so/],
    ['a game that is not there', 'game', 'chess', /no such game/],
    ['a key for two buttons', 'keys', { ...usualKeys, b: ['KeyZ'] }, /KeyZ .* a and b/],
    ['a key that others need', 'keys', { ...usualKeys, b: ['Escape'] }, /needed/],
    ['a button left out', 'keys', { a: ['KeyZ'] }, /expected array|Invalid/],
  ])('%s is refused, and nothing changes', (_what, name, value, words) => {
    const { board, of } = opened(null);
    const before = of(name);
    expect(problemOf(() => board.choose({ [name]: value }))).toMatchObject({
      code: 'configuration.invalid',
      field: name,
      message: expect.stringMatching(words),
    });
    expect(of(name)).toEqual(before);
  });
  test('a setting that does not exist, and one that belongs to the launch', () => {
    const { board } = opened(null);
    expect(problemOf(() => board.choose({ colour: 1 }))).toMatchObject({
      code: 'configuration.unknown-setting',
    });
    expect(problemOf(() => board.choose({ dataDir: '/tmp' }))).toMatchObject({
      code: 'configuration.locked',
    });
  });
  test('a file that cannot be written is said, and what is in force stays', () => {
    const folder = scratchFolder();
    const path = join(folder, 'settings.json');
    const { board, of } = opened(null, {}, folder);
    mkdirSync(`${path}.new`);
    expect(() => board.choose({ maxSessions: 2 })).toThrow();
    expect(of('maxSessions')).toMatchObject({ value: 8, inForce: 8 });
  });
});

describe('a file edited to nonsense', () => {
  test.each([
    ['text', 'not a settings file'],
    ['cut in half', '{"maxSessions": 2, "theme": "da'],
    ['a list', '[1, 2]'],
    ['a word', '"dark"'],
  ])('%s: set aside as it is, and the defaults count', (_what, text) => {
    const { board, notices, aside, folder } = opened(text);
    expect(board.inForce.maxSessions).toBe(8);
    expect(notices).toMatchObject([{ level: 'warning', message: expect.stringContaining('cannot be read') }]);
    expect(aside()).toHaveLength(1);
    expect(readFileSync(join(folder, aside()[0]!), 'utf8')).toBe(text);
  });
  test('bad entries are named, the good ones count, and foreign ones stay', () => {
    const text = '{"maxSessions": 2, "theme": "pink", "autosaveSeconds": -1, "fromTheFuture": {"a": 1}}';
    const { board, notices, aside, file } = opened(text);
    expect(board.inForce).toMatchObject({ maxSessions: 2, theme: 'system', autosaveSeconds: 10 });
    expect(notices[0]!.message).toMatch(/theme \(.*autosaveSeconds \(/);
    expect(notices[1]!.message).toContain('fromTheFuture');
    expect(aside()).toHaveLength(1);
    expect(file()).toEqual({ maxSessions: 2, fromTheFuture: { a: 1 } });
    board.choose({ theme: 'dark' });
    expect(file()).toMatchObject({ fromTheFuture: { a: 1 } });
  });
  test('whatever it holds, Eevee starts with settings of the right type and keeps the original', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(0, -1, 1e9, '', 'dark', null, true));
    const entry = fc.tuple(fc.oneof(fc.constantFrom<string>(...settingNames), fc.string()), value);
    const content = fc.oneof(
      fc.array(entry).map((entries) => JSON.stringify(Object.fromEntries(entries))),
      fc.json(),
      fc.string(),
    );
    const folder = scratchFolder();
    let run = 0;
    fc.assert(
      fc.property(content, (text) => {
        const own = join(folder, String(run++));
        mkdirSync(own);
        const { board, aside, file } = opened(text, {}, own);
        for (const name of settingNames) {
          expect(settingList[name].schema.safeParse(board.inForce[name]).success, name).toBe(true);
        }
        for (const name of aside()) expect(readFileSync(join(own, name), 'utf8')).toBe(text);
        // Without anything set aside, every entry was understood or left where it was.
        if (aside().length > 0 || text.trim() === '') return;
        const given = Object.keys(JSON.parse(text) as object);
        board.choose({ maxSessions: 2 });
        expect(Object.keys(file()).sort()).toEqual([...new Set([...given, 'maxSessions'])].sort());
      }),
      { numRuns: 150 },
    );
  });
});

test('every setting tells a newcomer what it is', () => {
  for (const name of settingNames) {
    const { title, about, unit, schema, initial } = settingList[name];
    expect(title.length, name).toBeGreaterThan(2);
    expect(about, name).toMatch(/\.$/);
    expect(unit, name).not.toBe('');
    expect(schema.safeParse(initial()).success, name).toBe(true);
  }
  expect(settingNames.filter((name) => !isOfFile(name))).toEqual(['dataDir', 'pageDir', 'benchmarkRunner']);
});
