import type { ReferenceMemory } from '../../reference.ts';
import { flagNumber, type Item, itemOf, type Move, type Species, type WorldMap, world } from './facts.ts';

/** Values of wScreenMode: places in screenModes of protocol/words.ts. */
export const mode = { overworld: 2, dialog: 3, menu: 4, transition: 5, ending: 6, battle: 7 } as const;
/** Values of wMenuKind, as memory-map.md lists them. */
export const menu = {
  none: 0,
  start: 1,
  party: 2,
  partyAction: 3,
  summary: 4,
  bag: 5,
  bagAction: 6,
  quantity: 7,
  shop: 8,
  buying: 9,
  selling: 10,
  yesNo: 11,
  naming: 12,
  options: 13,
  box: 14,
  boxAction: 15,
  battle: 16,
  moves: 17,
  forget: 18,
} as const;
/** Values of wBattleType. */
export const battleType = { none: 0, wild: 1, trainer: 2 } as const;
/** Where persons who are not there stand. */
const away = 200;
/** What stands for no move. */
const noMove = 255;

/** A monster as memory has it. */
export interface Monster {
  species: Species;
  level: number;
  hp: number;
  maxHp: number;
  attack: number;
  defense: number;
  speed: number;
  special: number;
  /** 0 none, 1 sleep, 2 poison, 3 burn, 4 numb. */
  status: number;
  /** Its moves in their slots, with what is left of their PP. */
  moves: { slot: number; move: Move; pp: number }[];
}

/** One of the two that fight. */
export interface Fighter extends Monster {
  /** Of attack, defense, speed, special, accuracy: 7 is neutral. */
  stages: number[];
  /** Place in its party. */
  position: number;
}

const monsterBytes = 40;

const monsterOf = (bytes: Uint8Array): Monster => {
  const word = (at: number): number => bytes[at]! | (bytes[at + 1]! << 8);
  return {
    species: world.species[bytes[0]!] ?? world.species[0]!,
    level: bytes[1]!,
    hp: word(4),
    maxHp: word(6),
    attack: word(8),
    defense: word(10),
    speed: word(12),
    special: word(14),
    status: bytes[16]!,
    moves: [0, 1, 2, 3].flatMap((slot) => {
      const number = bytes[18 + slot]!;
      const move = number === noMove ? undefined : world.moves[number];
      return move ? [{ slot, move, pp: bytes[22 + slot]! }] : [];
    }),
  };
};

/** The monsters of the party, in their order. */
export const partyOf = (memory: ReferenceMemory): Monster[] => {
  const bytes = memory.bytes('wPartyMons');
  return Array.from({ length: memory.number('wPartyCount') }, (_, place) =>
    monsterOf(bytes.subarray(place * monsterBytes, (place + 1) * monsterBytes)),
  );
};

/** The own monster that fights, or the foe. */
export const fighterOf = (memory: ReferenceMemory, name: 'wBattleMon' | 'wEnemyMon'): Fighter => {
  const bytes = memory.bytes(name);
  return {
    ...monsterOf(bytes),
    stages: [...bytes.subarray(monsterBytes, monsterBytes + 5)],
    position: bytes[monsterBytes + 8]!,
  };
};

/** What lies in the bag, in its order. */
export const bagOf = (memory: ReferenceMemory): { item: Item; count: number }[] => {
  const bytes = memory.bytes('wBagItems');
  return Array.from({ length: memory.number('wNumBagItems') }, (_, place) => ({
    item: world.items[bytes[2 * place]!]!,
    count: bytes[2 * place + 1]!,
  }));
};

export const countOf = (memory: ReferenceMemory, id: string): number => {
  const { number } = itemOf(id);
  return bagOf(memory).find(({ item }) => item.number === number)?.count ?? 0;
};

/** Whether an event flag is set. */
export const hasFlag = (memory: ReferenceMemory, name: string): boolean => {
  const bit = flagNumber(name);
  return ((memory.bytes('wEventFlags')[bit >> 3]! >> (bit & 7)) & 1) === 1;
};

export const currentMap = (memory: ReferenceMemory): WorldMap => world.maps[memory.number('wCurMap')]!;

/** Where the persons of the map stand; null for who is not there. */
export const personPlaces = (memory: ReferenceMemory): ([number, number] | null)[] => {
  const x = memory.bytes('wPersonX');
  const y = memory.bytes('wPersonY');
  return Array.from({ length: memory.number('wNumPersons') }, (_, i) =>
    x[i]! >= away ? null : [x[i]!, y[i]!],
  );
};

/** Whether the player stands or walks on a map and nothing else is going on. */
export const isFree = (memory: ReferenceMemory): boolean => memory.number('wPlayerFree') === 1;
