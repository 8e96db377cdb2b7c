import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GoalPlayer } from './goal-player.ts';
import { randomFrom } from './random-numbers.ts';
import { bedroom, groundFloor, guide, neighbours, townOf } from './testing/small-town.ts';
import { type TextMap, TextWorld } from './testing/text-world.ts';
import type { GoalStatus } from './types.ts';

const play = (world: TextWorld, player: GoalPlayer, frames: number): GoalStatus => {
  let observation = world.run(1, 0);
  while (world.frame < frames) {
    const act = player.decide(observation);
    if (act.status !== 'pursuing') return act.status;
    observation = world.run(player.tickFrames, act.buttons);
  }
  return 'pursuing';
};

const newPlayer = (seed = 1) => new GoalPlayer(guide, guide.goals[0]!, seed);

describe('the goal player', () => {
  it('leaves the house, reads the sign, visits a neighbour and reaches the gate', () => {
    const route = ['#..............#', '#.############.#', '#""""""..""""""#'];
    const world = new TextWorld([bedroom, groundFloor, townOf(route), neighbours], { x: 2, y: 2 });
    expect(play(world, newPlayer(), 8000)).toBe('reached');
    expect(world.signsRead).toBeGreaterThan(0);
    expect(world.mapsEntered).toContain(3);
    expect(world.mode).toBe('ending');
  });

  it.each([
    ['it has never seen', 0, 0],
    ['with people walking about', 0, 0.02],
    ['with one cell in fifty misread', 0.02, 0.02],
  ])('finds its way through mazes %s', (_, noise, wander) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = randomFrom(seed);
        const route: string[] = [];
        for (let i = 0; i < 6; i++) {
          const gap = 1 + Math.floor(random() * 14);
          const fence = random() < 0.3 ? '=' : '#';
          route.push(`#${[...'..............'].map((_, x) => (x + 1 === gap ? '.' : fence)).join('')}#`);
          route.push('#..............#');
        }
        route.unshift('#..............#');
        const world = new TextWorld(
          [bedroom, groundFloor, townOf(route), neighbours],
          {
            x: 1 + Math.floor(random() * 3),
            y: 1 + Math.floor(random() * 2),
          },
          { random, noise, wander },
        );
        return play(world, newPlayer(seed), 20_000) === 'reached' && (noise > 0 || world.signsRead > 0);
      }),
      { numRuns: 60, seed: 2026 },
    );
  });

  it('gives up with a reason where there is no way out', () => {
    const cell: TextMap = { rows: ['####', '#..#', '####'], beyond: ' ' };
    const world = new TextWorld([cell], { x: 1, y: 1 });
    expect(play(world, newPlayer(), 60_000)).toBe('gave-up');
  });

  it('gives up rather than wait for ever in front of a picture that never rests', () => {
    const world = new TextWorld([bedroom], { x: 2, y: 2 });
    const player = newPlayer();
    let observation = world.run(1, 0);
    while (world.frame < 30_000) {
      const act = player.decide(observation);
      if (act.status === 'gave-up') return expect(act.reason).toContain('failed');
      observation = { ...world.run(player.tickFrames, act.buttons), aligned: false };
    }
    expect.unreachable('the player waits still');
  });

  it('goes on with its goal after a human has walked about and handed back', () => {
    const route = ['#..............#', '#..............#'];
    const world = new TextWorld([bedroom, groundFloor, townOf(route), neighbours], { x: 2, y: 2 });
    const player = newPlayer();
    let observation = world.run(1, 0);
    const random = randomFrom(7);
    let pressed = 0;
    for (let tick = 0; world.frame < 20_000; tick++) {
      if (tick % 100 > 70) {
        player.watch(observation, pressed);
        pressed = 1 << (4 + (Math.floor(random() * 40) % 4));
        observation = world.run(4, pressed);
        continue;
      }
      const act = player.decide(observation);
      if (act.status === 'reached') return;
      expect(act.status).toBe('pursuing');
      observation = world.run(4, act.buttons);
    }
    expect.unreachable('the gate was not reached');
  });

  it('begins the game again when a human went back to its title', () => {
    const world = new TextWorld([bedroom, groundFloor, townOf([]), neighbours], { x: 2, y: 2 });
    const player = newPlayer();
    expect(play(world, player, 600)).toBe('pursuing');
    expect(world.mapsEntered).toContain(2);
    world.mode = 'title';
    for (let looks = 0; looks < 20; looks++) player.watch(world.run(4, 0), 0);
    expect(play(world, player, 8000)).toBe('reached');
  });

  it('names goal, task, skill and reason with every decision', () => {
    const world = new TextWorld([bedroom, groundFloor, townOf([]), neighbours], { x: 2, y: 2 });
    const player = newPlayer();
    let observation = world.run(1, 0);
    const decisions = [];
    for (let i = 0; i < 400; i++) {
      const act = player.decide(observation);
      if (act.decision) decisions.push(act.decision);
      observation = world.run(player.tickFrames, act.buttons);
    }
    expect(decisions.length).toBeGreaterThan(5);
    for (const decision of decisions) {
      expect(decision.action).not.toBe('');
      expect(decision.why).not.toBe('');
      expect(decision.tasks.filter((task) => task.state === 'active')).toHaveLength(1);
    }
  });
});
