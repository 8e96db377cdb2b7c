import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostPerButton, sharedControl, usualKeys, usualPad } from '../../../protocol/controls.ts';
import { buttons } from '../../../protocol/words.ts';
import { given, keyGiven, taken } from './controls.ts';

const press = (code: string, key = code.replace('Key', '').toLowerCase()) => ({ code, key });

test('a free key is taken', () => {
  expect(keyGiven(usualKeys, 'a', press('KeyG'), 'G')).toMatchObject({
    kind: 'take',
    map: { a: ['KeyZ', 'KeyG'] },
  });
});

test('a key of another button is asked about, and would move', () => {
  expect(keyGiven(usualKeys, 'a', press('KeyX'), 'X')).toMatchObject({
    kind: 'taken',
    owner: 'b',
    map: { a: ['KeyZ', 'KeyX'], b: [] },
  });
});

test('keys of the page are refused by what they do, keys of the browser by name', () => {
  expect(keyGiven(usualKeys, 'a', press('KeyT'), 'T')).toMatchObject({
    words: expect.stringMatching(/Take over/),
  });
  expect(keyGiven(usualKeys, 'a', press('Tab', 'Tab'), 'Tab')).toMatchObject({ kind: 'refuse' });
});

test('whatever is pressed, no two buttons of the game share one and none has too many', () => {
  const presses = fc.array(fc.tuple(fc.constantFrom(...buttons), fc.nat({ max: 16 })), { maxLength: 60 });
  fc.assert(
    fc.property(presses, (pressed) => {
      let map = usualPad;
      for (const [button, index] of pressed) {
        const outcome = given(map, button, index);
        if (outcome.kind === 'same') map = taken(map, button, index);
        else if (outcome.kind !== 'refuse') map = outcome.map;
        expect(sharedControl(map)).toBeNull();
        for (const each of buttons) expect(map[each].length).toBeLessThanOrEqual(mostPerButton);
      }
    }),
  );
});
