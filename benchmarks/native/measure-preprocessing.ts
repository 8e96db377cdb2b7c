/**
 * Preprocessing beside libyuv and OpenCV from Debian, where they are installed, and beside one read of the same
 * bytes, which is the memory's own speed.
 */
import { builtRival, outputOf } from './build-rivals.ts';
import { type Figure, type Part, type Times, wantFaster } from './figure.ts';

/** As the program prints them, in nanoseconds. */
interface Printed {
  isa: string;
  missing: string[];
  scenes: { name: string; contenders: { name: string; hot: Times; paced: Times }[] }[];
}

const inMicroseconds = ({ p50, p99, p999 }: Times): Times => ({
  p50: p50 / 1000,
  p99: p99 / 1000,
  p999: p999 / 1000,
});
/** One read may be this much faster than the whole pass. */
const readShare = 1 / 1.4;

export const measurePreprocessing = (quick: boolean): Part => {
  const [rounds, ticks] = quick ? ['10', '20'] : ['60', '300'];
  const printed: Printed = JSON.parse(outputOf(builtRival('preprocess_bench'), [rounds, ticks]));
  const figures = printed.scenes.flatMap(({ name: scene, contenders }) =>
    (['hot', 'paced'] as const).flatMap((pace) => {
      const timesOf = (name: string) => contenders.find((one) => one.name === name)?.[pace];
      const ours = inMicroseconds(timesOf('ours: 84x84')!);
      const large = scene.startsWith('1920');
      const beside = contenders.flatMap(({ name, [pace]: times }): Figure[] => {
        if (name.startsWith('ours')) return [];
        const what = `${scene} → 84×84`;
        const figure: Figure = { what, pace, ours, rival: { name, times: inMicroseconds(times) } };
        if (name === 'read once')
          return [
            large
              ? { ...wantFaster(figure, readShare), wanted: '≤ 1.4 × one read' }
              : { ...figure, note: 'One read of the bytes is the floor.' },
          ];
        return [large && name.startsWith('libyuv') ? wantFaster(figure, 1.5) : figure];
      });
      const whole = inMicroseconds(timesOf('ours: 84x84, grey, tile hashes')!);
      return [...beside, { what: `${scene} → 84×84, grey, hashes of tiles`, pace, ours: whole }];
    }),
  );
  return { figures, skipped: printed.missing, facts: { instructionSet: printed.isa } };
};
