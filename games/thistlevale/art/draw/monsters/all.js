/** Every monster's drawing, by species id. */
import { brookMonsters } from './brook.js';
import { duskMonsters } from './dusk.js';
import { emberMonsters } from './ember.js';
import { meadowMonsters } from './meadow.js';
import { stoneMonsters } from './stone.js';
import { thornMonsters } from './thorn.js';
import { windMonsters } from './wind.js';

export const monsters = {
  ...thornMonsters,
  ...emberMonsters,
  ...brookMonsters,
  ...windMonsters,
  ...meadowMonsters,
  ...stoneMonsters,
  ...duskMonsters,
};
