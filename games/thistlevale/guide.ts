import type { Guide } from '../../protocol/guide.ts';

/** What the manual of Thistlevale says: controls, and the errands of the first chapter in their order. */
export const guide: Guide = {
  view: { playerColumn: 4, playerRow: 4 },
  controls: { begin: 'start', talk: 'a', dismiss: 'b' },
  goals: [
    {
      name: 'gate',
      title: 'Reach the Hollow Gate',
      tasks: [
        { kind: 'begin', name: 'begin', title: 'Begin a new game' },
        { kind: 'leave-house', name: 'leave-home', title: 'Leave the house' },
        { kind: 'read-sign', name: 'read-sign', title: 'Read the sign in town' },
        { kind: 'visit-house', name: 'visit-neighbour', title: 'Call on a neighbour' },
        { kind: 'find-gate', name: 'find-gate', title: 'Take Burr Lane north to the gate', heading: 'up' },
      ],
    },
  ],
};
