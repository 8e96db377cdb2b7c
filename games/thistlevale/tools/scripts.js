/** Scripts of persons, signs and places (maps/README.md): JSON commands → bytecode that src/world/script.c runs. */
import { directions } from './directions.js';

/** Numbers of the commands; script.c has the same list. */
export const commands = [
  'end',
  'say',
  'ask',
  'jump-unless',
  'jump',
  'test-flag',
  'test-item',
  'test-money',
  'test-party',
  'test-direction',
  'set',
  'clear',
  'give',
  'take',
  'pay',
  'monster',
  'heal',
  'rest-here',
  'shop',
  'box',
  'battle',
  'wild',
  'walk',
  'face',
  'hide',
  'show',
  'block',
  'warp',
  'password',
  'wait',
  'fade-out',
  'fade-in',
  'sound',
  'music',
  'credits',
  'name',
];

/** Sounds that scripts can play, in the order of script.c. */
const sounds = ['select', 'cursor', 'bump', 'hop', 'rustle', 'door'];
/** Tunes by the order of enum tune. */
const tunes = ['title', 'vale', 'ending'];

/** Bytes that stand for what the seed chooses: the thing an errand wants, and how many of it. */
const seeded = { thing: 254, count: 254 };

/** Names a person (by its place in the list, or its `name`) in a script; 255 is the one who is being talked to. */
const personNumber = (map, who) => {
  if (who === 'self') return 255;
  if (who === 'player') return 254;
  const index = (map.persons ?? []).findIndex((person) => person.name === who);
  if (index < 0) throw new Error(`map "${map.name}": a script names the person "${who}", who is not there.`);
  return index;
};

/**
 * Compiles one script.
 * @param {object} map the map it belongs to: persons are named in it
 * @param {unknown[][]} script its commands
 * @param {object} world lookups: textNumber, flagNumber, itemNumber, speciesNumber, shopNumber, trainerNumber, mapNumber, blockNumber
 * @returns {number[]} bytes
 */
export function compileScript(map, script, world) {
  const bytes = [];
  const emit = (name, ...operands) => bytes.push(commands.indexOf(name), ...operands);
  const word = (value) => [value & 255, value >> 8];
  const item = (name) => (name === 'thing' ? seeded.thing : world.itemNumber(name));
  const count = (n) => (n === 'count' ? seeded.count : n);
  const test = (condition) => {
    if (condition === 'yes') return; // the answer of the last question is still there
    const [[kind, value]] = Object.entries(condition);
    if (kind === 'flag') emit('test-flag', world.flagNumber(value));
    else if (kind === 'item') emit('test-item', item(value), count(condition.count ?? 1));
    else if (kind === 'money') emit('test-money', ...word(value));
    else if (kind === 'party') emit('test-party');
    else if (kind === 'direction') emit('test-direction', directions.indexOf(value));
    else throw new Error(`map "${map.name}": a script tests "${kind}", which is no condition.`);
  };
  /** Jumps are patched once the place they lead to is known. */
  const jump = (name) => {
    emit(name, 0, 0);
    const at = bytes.length - 2;
    return () => ([bytes[at], bytes[at + 1]] = word(bytes.length));
  };
  const compileAll = (list) => {
    for (const [name, ...rest] of list) compile(name, rest);
  };
  const compile = (name, [a, b, c, d]) => {
    switch (name) {
      case 'if': {
        test(a);
        const otherwise = jump('jump-unless');
        compileAll(b);
        if (!c) return otherwise();
        const end = jump('jump');
        otherwise();
        compileAll(c);
        return end();
      }
      case 'say':
      case 'ask':
        return emit(name, ...word(world.textNumber(map, a)));
      case 'set':
      case 'clear':
        return emit(name, world.flagNumber(a));
      case 'give':
      case 'take':
        return emit(name, item(a), count(b ?? 1));
      case 'pay':
        return emit(name, ...word(a));
      case 'monster':
      case 'wild':
        return emit(name, world.speciesNumber(a), b);
      case 'shop':
        return emit(name, world.shopNumber(a));
      case 'battle':
        return emit(name, world.trainerNumber(a));
      case 'walk':
        return emit(name, personNumber(map, a), directions.indexOf(b), c ?? 1);
      case 'face':
        return emit(name, personNumber(map, a), directions.indexOf(b));
      case 'hide':
        return emit(name, personNumber(map, a));
      case 'show':
        return emit(name, personNumber(map, a), b, c);
      case 'block':
        return emit(name, a, b, world.blockNumber(map.tileset, c));
      case 'warp':
        return emit(name, world.mapNumber(a), b, c, directions.indexOf(d));
      case 'password':
        return emit(name);
      case 'wait':
        return emit(name, a);
      case 'sound':
        return emit(name, sounds.indexOf(a));
      case 'music':
        return emit(name, tunes.indexOf(a));
      case 'end':
      case 'heal':
      case 'rest-here':
      case 'box':
      case 'fade-out':
      case 'fade-in':
      case 'credits':
      case 'name':
        return emit(name);
      default:
        throw new Error(
          `map "${map.name}": a script has the command "${name}"; known are if and ${commands.join(', ')}.`,
        );
    }
  };
  compileAll(script);
  emit('end');
  return bytes;
}

/**
 * The scripts of a map: those written in its `scripts`, and one for every trainer and every thing that lies about.
 * @returns {Map<string, unknown[][]>} name → commands
 */
export function scriptsOf(map) {
  const scripts = new Map(Object.entries(map.scripts ?? {}));
  for (const person of map.persons ?? []) {
    if (person.trainer) scripts.set(trainerScript(person), trainerCommands(person));
    if (person.item) scripts.set(itemScript(map, person), itemCommands(map, person));
  }
  return scripts;
}

export const trainerScript = ({ trainer }) => `trainer ${trainer.name}`;
export const trainerFlag = ({ trainer }) => `beat ${trainer.name}`;
const trainerCommands = ({ trainer }) => [
  [
    'if',
    { flag: trainerFlag({ trainer }) },
    [['say', trainer.after]],
    [
      ['say', trainer.before],
      ['battle', trainer.name],
      ['set', trainerFlag({ trainer })],
      ...(trainer.then ?? []),
    ],
  ],
];

export const itemScript = (map, person) => itemFlag(map, person);
/** Things are told apart by their place in the map's list. */
export const itemFlag = (map, person) => `took ${map.name} ${map.persons.indexOf(person)}`;
const itemCommands = (map, person) => [
  ['give', person.item, person.count ?? 1],
  [
    'if',
    'yes',
    [
      ['sound', 'select'],
      ['hide', 'self'],
      ['set', itemFlag(map, person)],
      ['say', 'found-item'],
    ],
    [['say', 'bag-full']],
  ],
];
