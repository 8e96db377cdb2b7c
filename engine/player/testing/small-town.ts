import type { Guide } from '../../../protocol/guide.ts';
import type { TextMap } from './text-world.ts';

/** The errands of the small town. */
export const guide: Guide = {
  view: { playerColumn: 4, playerRow: 4 },
  controls: { begin: 'start', talk: 'a', dismiss: 'b' },
  goals: [
    {
      name: 'gate',
      title: 'Reach the gate',
      tasks: [
        { name: 'begin', title: 'Begin', kind: 'begin' },
        { name: 'leave', title: 'Leave the house', kind: 'leave-house' },
        { name: 'sign', title: 'Read the sign', kind: 'read-sign' },
        { name: 'visit', title: 'Visit a house', kind: 'visit-house' },
        { name: 'gate', title: 'Find the gate', kind: 'find-gate', heading: 'up' },
      ],
    },
  ],
};

export const bedroom: TextMap = { rows: ['######', '#...1#', '#....#', '######'], beyond: ' ' };
export const groundFloor: TextMap = { rows: ['######', '#1.P.#', '#....#', '##2###'], beyond: ' ' };
export const neighbours: TextMap = { rows: ['#####', '#.P.#', '#...#', '##3##'], beyond: ' ' };

/** The town, with the way north of its houses as given. */
export const townOf = (route: string[]): TextMap => ({
  rows: [
    '#######G########',
    ...route,
    '#......."".....#',
    '#..###......##.#',
    '#..#2#..S..#3#.#',
    '#....P.........#',
    '#..............#',
    '################',
  ],
  beyond: '#',
});
