import { expect, test } from 'vitest';
import { scratchFolder } from '../testing/engine.ts';
import { killAtRandom } from '../testing/killed-engine.ts';

// `npm run bench:kill` does it 200 times.
test('killed at random moments, an engine leaves a sound database, all sessions, and autosaves', async () => {
  const tally = await killAtRandom(6, scratchFolder());
  expect(tally).toMatchObject({ kills: 6, corrupt: 0, lostSessions: 0, lostFrames: 0, notResumable: 0 });
  expect(tally.ofSessions).toBe(1);
}, 180_000);
