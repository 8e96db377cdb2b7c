import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../engine/player/random-numbers.ts';
import { changesIn } from '../history.ts';
import { countRight } from './cases.ts';
import { drawHistory } from './histories.ts';
import { recordedNoise, scaled, spreadOf } from './noise.ts';

// The same machinery as `npm run bench:regression-proof`, with fewer cases; the recordings do not change.
const { guarded, others } = recordedNoise();

describe('on recorded noise', () => {
  it('finds a figure that became 5% worse, and nothing where nothing changed', () => {
    const random = randomFrom(7);
    const found = countRight(guarded, 120, { samples: 30, shift: 0.05, random });
    const quiet = countRight(guarded, 120, { samples: 30, shift: 0, random });
    expect(found.hits).toBeGreaterThanOrEqual(117);
    expect(quiet.hits).toBeGreaterThanOrEqual(117);
  });

  it('cannot find 5% in ten times the noise: the proof can fail', () => {
    const noisy = guarded.map((noise) => scaled(noise, 10));
    const found = countRight(noisy, 60, { samples: 30, shift: 0.05, random: randomFrom(7) });
    expect(found.hits).toBeLessThan(40);
  });

  it('scales the noise by the factor it says', () => {
    for (const noise of [...guarded, ...others])
      expect(spreadOf(scaled(noise, 2)).deviation / spreadOf(noise).deviation).toBeCloseTo(2, 6);
  });

  it('finds the change in a history of runs', () => {
    const random = randomFrom(7);
    const { values, at } = drawHistory(guarded[0]!, { runs: 30, samples: 30, shift: 0.1, random });
    expect(changesIn(values).map((change) => change.at)).toEqual([at]);
  });
});
