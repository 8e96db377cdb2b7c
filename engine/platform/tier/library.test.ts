import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BenchFigures, foundSchema, tiers } from '../../../protocol/hardware.ts';
import { noLimits } from '../survey/container.ts';
import { describe as describeComputer } from '../survey/survey.ts';
import { judged, library } from '../testing/library/library.ts';
import { decideTier } from './decide.ts';

/** What the library has to have for its verdict to mean something. */
const leastComputers = 60;
const leastRight = 0.95;

describe('the library of computers', () => {
  test('is large, and covers every tier and all kinds of makers', () => {
    expect(library.length).toBeGreaterThanOrEqual(leastComputers);
    expect(new Set(library.map(({ name }) => name)).size).toBeGreaterThan(0.9 * library.length);
    for (const tier of tiers) {
      expect(library.filter((computer) => computer.tier === tier).length).toBeGreaterThanOrEqual(20);
    }
    const names = library.map(({ basics }) => basics.processorName ?? '').join('\n');
    for (const maker of ['Intel', 'AMD', 'Apple', 'Cortex', 'Neoverse']) expect(names).toContain(maker);
  });

  test('gets the right tier at least 95 times in a hundred, each with its reason', () => {
    const wrong = library
      .map((computer) => ({ computer, decided: judged(computer) }))
      .filter(({ computer, decided }) => decided.tier !== computer.tier)
      .map(({ computer, decided }) => `${computer.name}: ${computer.tier} expected; ${decided.why}`);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual((1 - leastRight) * library.length);
    for (const computer of library) {
      const { tier, why } = judged(computer);
      expect(why).toMatch(new RegExp(`^${tier}, because .+\\.$`));
      expect(why).not.toMatch(/null|undefined|NaN|Infinity/);
    }
  });

  test('a tier is taken from the middle of three figures: one that was disturbed changes none', () => {
    for (const computer of library) {
      const { figures } = computer;
      if (!figures || figures.integer === null || figures.memory === null || figures.network === null)
        continue;
      // A pause of the machine shows in one of them; half the speed is a long one.
      const disturbed = judged({ ...computer, figures: { ...figures, memory: figures.memory / 2 } });
      const steady = judged(computer);
      expect(Math.abs(tiers.indexOf(disturbed.tier) - tiers.indexOf(steady.tier))).toBeLessThanOrEqual(1);
    }
  });
});

const figure = fc.oneof(fc.double(), fc.constant(null), fc.double({ min: 0, max: 500, noNaN: true }));
const anyFigures: fc.Arbitrary<BenchFigures> = fc.record({
  ...{ integer: figure, memory: figure, network: figure, networkUnpaced: figure },
  tookMs: fc.double(),
  faults: fc.constant([]),
});
const amount = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }));

describe('whatever a computer says of itself', () => {
  const anyAnswers = fc.record({
    ...{ cpu: fc.anything(), mem: fc.anything(), battery: fc.anything(), os: fc.anything() },
    system: fc.anything(),
    graphics: fc.oneof(
      fc.anything(),
      fc.record({
        controllers: fc.array(
          fc.oneof(
            fc.anything(),
            fc.record({
              model: fc.string(),
              vendor: fc.anything(),
              vram: fc.oneof(fc.double(), fc.string()),
            }),
          ),
        ),
        displays: fc.array(fc.anything()),
      }),
    ),
  });
  const anyBasics = fc.record({
    ...{ platform: fc.string(), release: fc.string(), architecture: fc.string() },
    processorName: fc.option(fc.oneof(fc.string(), fc.constantFrom(...library.map(({ name }) => name)))),
    ...{ threads: amount, usableThreads: amount, memoryBytes: amount },
  });

  test('it is described by the schema, given a tier and a reason, and never an exception', () => {
    fc.assert(
      fc.property(anyAnswers, anyBasics, fc.option(anyFigures), (answers, basics, figures) => {
        const found = describeComputer(answers, basics, noLimits);
        expect(foundSchema.safeParse({ ...found, faults: [] }).success).toBe(true);
        const { tier, why } = decideTier(found, figures);
        expect(tiers).toContain(tier);
        expect(why).toMatch(/^(low|mid|high), because .+\.$/);
      }),
      { numRuns: 500 },
    );
  });

  test('less of anything never makes a higher tier', () => {
    const rank = (computer: Parameters<typeof judged>[0]) => tiers.indexOf(judged(computer).tier);
    fc.assert(
      fc.property(
        fc.constantFrom(...library),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.constantFrom('integer', 'memory', 'network', 'limit'),
        (computer, share, what) => {
          const { figures } = computer;
          if (what === 'limit') {
            const container = { version: 'cgroup v2' as const, processors: 16 * share, memoryBytes: null };
            const processors = Math.min(container.processors, computer.container.processors ?? 16);
            const limited = { ...computer, container: { ...computer.container, processors } };
            expect(rank(limited)).toBeLessThanOrEqual(rank(computer));
            return;
          }
          const value = figures?.[what] ?? null;
          if (!figures || value === null || !Number.isFinite(value) || value <= 0) return;
          const slower = what === 'network' ? value / share : value * share;
          expect(rank({ ...computer, figures: { ...figures, [what]: slower } })).toBeLessThanOrEqual(
            rank(computer),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
