import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { battleSymbols } from './memory-map-battle.js';

/** The variables that hosts may read, and the memory map that the build writes from the linker's symbols. */

/** name, type (u8, u16le, u8[]), length in bytes, what it holds. One list: the JSON and memory-map.md come from it. */
export const symbols = [
  [
    'wSeed',
    'u16le',
    2,
    'Seed of the game; a host may write it (with wSeedMagic) after loading, before the first frame.',
  ],
  [
    'wSeedMagic',
    'u16le',
    2,
    '0x5EED: keep wSeed at a new game; anything else: the moment of START chooses the seed.',
  ],
  ['wRng', 'u16le', 2, 'State of the random numbers of play.'],
  ['wFrameCounter', 'u16le', 2, 'Vertical blanks since power-on.'],
  [
    'wScreenMode',
    'u8',
    1,
    'Screen mode of the frame being computed: index into screenModes of protocol/words.ts.',
  ],
  ['wCurMap', 'u8', 1, 'Number of the current map: index into maps/order.json.'],
  ['wPlayerX', 'u8', 1, 'Block column of the player; while walking, the block being entered.'],
  ['wPlayerY', 'u8', 1, 'Block row of the player; while walking, the block being entered.'],
  ['wPlayerDir', 'u8', 1, 'Direction the player faces: 0 down, 1 up, 2 left, 3 right.'],
  [
    'wWalkCounter',
    'u8',
    1,
    'Frames left of the step under way (16 a step, 32 a hop); 0: standing, view aligned to blocks.',
  ],
  ['wMapWidth', 'u8', 1, 'Width of the current map in blocks, without border.'],
  ['wMapHeight', 'u8', 1, 'Height of the current map in blocks, without border.'],
  ['wMapStride', 'u8', 1, 'Bytes from one row of wOverworldMap to the next: width + 12.'],
  [
    'wOverworldMap',
    'u8[]',
    1600,
    'Block numbers of the map with a border of 6 blocks on every side, row by row; neighbours fill the border where maps join.',
  ],
  [
    'wBlockClass',
    'u8[]',
    128,
    'Cell class of each block number in the tile set in use: index into cellClasses of protocol/words.ts.',
  ],
  ['wNumPersons', 'u8', 1, 'People on the current map.'],
  ['wPersonX', 'u8[]', 8, 'Block columns of the people; while walking, the block being entered.'],
  ['wPersonY', 'u8[]', 8, 'Block rows of the people; while walking, the block being entered.'],
  ['wPersonDir', 'u8[]', 8, 'Directions that people face.'],
  ['wPersonSprite', 'u8[]', 8, 'Kinds of the people: row of art/people.png.'],
  ['wPersonWalk', 'u8[]', 8, "Frames left of each person's step; 0: standing."],
  ['wPlayerFree', 'u8', 1, '1 while the buttons move the player: no text, menu, scene, fade or battle.'],
  ['wSceneActive', 'u8', 1, '1 while a script runs or a trainer walks up: the player cannot walk.'],
  ['wTextActive', 'u8', 1, '1 while the text box is open.'],
  ['wTextSpeed', 'u8', 1, 'Frames a letter: 1, 2 or 4.'],
  ['wTextNumber', 'u16le', 2, 'Number of the text that was opened last.'],
  [
    'wMilestones',
    'u8',
    1,
    'Bits: 0 left the bedroom, 1 left home, 2 read the town sign, 3 entered another house, 4 came out again, 5 reached the lane, 6 reached the gate.',
  ],
  [
    'wEventFlags',
    'u8[]',
    32,
    'What has happened: flag n is bit n % 8 of byte n / 8. Flags 0-31 tell the story; they are listed below.',
  ],
  [
    'wErrandItem',
    'u8',
    1,
    'The item that the herbalist asks for (index into data/items.json); said on screen, as are the next three.',
  ],
  ['wErrandCount', 'u8', 1, 'How many of it.'],
  ['wErrandDirection', 'u8', 1, 'The direction that the sign in the glade names.'],
  ['wPasswordPlace', 'u8', 1, "Which of the doorkeeper's four words, from the top, is the hermit's."],
  ['wHealMap', 'u8', 1, 'Map on which the player wakes after a defeat: the last place of rest.'],
  ['wHealX', 'u8', 1, 'Block column there.'],
  ['wHealY', 'u8', 1, 'Block row there.'],
  ['wRepelSteps', 'u8', 1, 'Steps for which wild monsters stay away.'],
  [
    'wHostRequest',
    'u8',
    1,
    'A host writes what it wants, last of all; the game does it while the player stands free in the overworld, and clears it: 1 warp (map, x, y, direction), 2 wild battle (species, level), 3 trainer (index into data/trainers.json), 4 shop (index into data/shops.json), 5 script (number, low byte first; build/thistlevale.world.json), 6 give a monster (species, level), 7 give an item (item, count), 8 heal the party, 9 box.',
  ],
  ['wHostArguments', 'u8[]', 8, 'What wHostRequest needs, in the order named there.'],
  ['wStepCount', 'u16le', 2, 'Steps taken; a hop counts as one.'],
  ['wBumpCount', 'u16le', 2, 'Times the player walked against something.'],
  ['wShownMode', 'u8', 1, 'Screen mode of the picture that the host has just received.'],
  [
    'wShownCover',
    'u8',
    1,
    'What covers the map in that picture: 0 nothing, 1 text box (block rows 6-8), 2 menu (block columns 5-9), 3 everything.',
  ],
  ['wShownMapVisible', 'u8', 1, '1 when the map is the background of that picture.'],
  ['wShownMapReady', 'u8', 1, '0 while a map is being loaded: wOverworldMap does not belong to the picture.'],
  ['wShownX', 'u8', 1, 'wPlayerX of that picture.'],
  ['wShownY', 'u8', 1, 'wPlayerY of that picture.'],
  ['wShownDir', 'u8', 1, 'wPlayerDir of that picture.'],
  ['wShownWalk', 'u8', 1, 'wWalkCounter of that picture.'],
  ['wShownPersonX', 'u8[]', 8, 'wPersonX of that picture.'],
  ['wShownPersonY', 'u8[]', 8, 'wPersonY of that picture.'],
  ['wShownPersonDir', 'u8[]', 8, 'wPersonDir of that picture.'],
  ['wShownPersonWalk', 'u8[]', 8, 'wPersonWalk of that picture.'],
  ...battleSymbols,
];

/**
 * @param {string} noi the linker's symbol list
 * @param {string} sha256 hash of the ROM that the addresses belong to
 * @param {number} look whose pictures the ROM has
 */
export function memoryMap(noi, sha256, look = 1) {
  const addresses = new Map(
    [...noi.matchAll(/^DEF _(\w+) 0x([0-9A-F]+)/gm)].map(([, name, value]) => [
      name,
      Number.parseInt(value, 16),
    ]),
  );
  const entries = symbols.map(([name, type, length, description]) => {
    const address = addresses.get(name);
    if (address === undefined)
      throw new Error(
        `"${name}" of tools/memory-map.js is no variable of the game; define it or remove it from the list.`,
      );
    return { name, address, type, length, description };
  });
  return { game: 'thistlevale', look, rom: sha256, symbols: entries };
}

/** The same list for people: the text of memory-map.md. */
export function memoryMapDocument() {
  const rows = symbols.map(([name, type, length, text]) => `| \`${name}\` | ${type} | ${length} | ${text} |`);
  return `# Memory of Thistlevale

Written from \`tools/memory-map.js\` by \`node games/thistlevale/tools/memory-map.js\`; addresses stand in \`build/thistlevale.map.json\`, which every build writes anew.

The game computes a frame while the one before is being drawn. Between two frames a host therefore reads a state that is one frame ahead of the picture it holds; the \`wShown\` copies are taken right after the vertical blank and belong to that picture.

| name | type | bytes | meaning |
|---|---|---|---|
${rows.join('\n')}

## Flags of the story

Bits of \`wEventFlags\`, in the order in which the story sets them; names and meanings stand in \`maps/flags.json\`. Flags from 32 on (cards, trainers who are beaten, things that were picked up) are listed in \`build/thistlevale.world.json\`.

| bit | name | meaning |
|---|---|---|
${storyRows().join('\n')}
`;
}

function storyRows() {
  const { story } = JSON.parse(readFileSync(new URL('../maps/flags.json', import.meta.url), 'utf8'));
  return story.map(([name, meaning], bit) => `| ${bit} | \`${name}\` | ${meaning} |`);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  writeFileSync(new URL('../memory-map.md', import.meta.url), memoryMapDocument());
}
