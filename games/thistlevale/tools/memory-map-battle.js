/** The variables of parties, battles and menus: the same columns as the list in memory-map.js. */
const monster =
  'species u8, level u8, experience u16, hp u16, max_hp u16, attack u16, defense u16, speed u16, special u16, status u8 (0 none, 1 sleep, 2 poison, 3 burn, 4 numb), sleep u8 (turns left), moves u8[4] (255 none), pp u8[4], genes u16, nickname char[11], met_level u8';
const stages =
  'then stages u8[5] of attack, defense, speed, special, accuracy (7 neutral, 1-13), types u8[2], flinched u8, place in its party u8, catch rate u8, experience yield u8';

export const battleSymbols = [
  ['wPartyCount', 'u8', 1, 'Monsters in the party.'],
  ['wPartyMons', 'u8[]', 240, `Six monsters of 40 bytes: ${monster}. Numbers are places in data/*.json.`],
  ['wNumBagItems', 'u8', 1, 'Kinds of items in the bag.'],
  ['wBagItems', 'u8[]', 40, 'Item and count of each kind.'],
  ['wMoney', 'u16le', 2, 'Pennies.'],
  ['wBattleType', 'u8', 1, '0 no battle, 1 wild, 2 trainer.'],
  ['wLastBattleResult', 'u8', 1, '0 won, 1 lost, 2 fled, 3 caught.'],
  ['wBattleTrainer', 'u8', 1, 'The trainer of a battle against one: place in data/trainers.json.'],
  ['wBattleTurn', 'u8', 1, 'Turns that are over.'],
  ['wBattleMon', 'u8[]', 51, `The own monster that fights: 40 bytes as in wPartyMons, ${stages}.`],
  ['wEnemyMon', 'u8[]', 51, 'The foe that fights, the same way.'],
  ['wEnemyPartyCount', 'u8', 1, 'Monsters of the other side.'],
  ['wEnemyPartyMons', 'u8[]', 240, 'The other side, as wPartyMons.'],
  [
    'wMenuKind',
    'u8',
    1,
    'Which menu waits for buttons: 0 none, 1 start, 2 party, 3 what to do with a member, 4 summary, 5 bag, 6 what to do with an item, 7 quantity, 8 shop, 9 buying, 10 selling, 11 yes/no, 12 naming, 13 options, 14 box, 15 what to do with one in the box, 16 battle, 17 moves, 18 which move to forget.',
  ],
  ['wCurrentMenuItem', 'u8', 1, 'The entry at the cursor, from 0 through the whole list.'],
  ['wListScrollOffset', 'u8', 1, 'The entry in the uppermost row.'],
  ['wListCount', 'u8', 1, 'Entries of the list.'],
  [
    'wHeartbeat',
    'u8',
    1,
    'Counts frames that the game has computed: stands still only while a map is laid out, or when the game hangs.',
  ],
  ['wTextWaiting', 'u8', 1, '1 while a text waits for A or B.'],
  ['wFrameStyle', 'u8', 1, 'Frame of boxes: 0 plain, 1 thistle.'],
  ['wPaletteStyle', 'u8', 1, 'Colours: 0 day, 1 harvest, 2 dusk.'],
  ['wPlayerName', 'u8[]', 11, 'The name that the player has chosen, up to a 0.'],
  [
    'sBox',
    'u8[]',
    1201,
    'In battery RAM: how many monsters are in the box (up to 30), then they, as in wPartyMons.',
  ],
];
