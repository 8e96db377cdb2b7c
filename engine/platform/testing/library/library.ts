import { describe } from '../../survey/survey.ts';
import type { Decided } from '../../tier/decide.ts';
import { decideTier } from '../../tier/decide.ts';
import { amdComputers } from './amd.ts';
import type { Computer } from './computer.ts';
import { intelComputers } from './intel.ts';
import { armComputers, brokenComputers, virtualComputers } from './others.ts';

/** Every computer of the library. */
export const library: readonly Computer[] = [
  ...intelComputers,
  ...amdComputers,
  ...armComputers,
  ...virtualComputers,
  ...brokenComputers,
];

/** What the profiler makes of one, from the answers to the sentence. */
export const judged = ({ answers, basics, container, figures }: Computer): Decided =>
  decideTier({ ...describe(answers, basics, container) }, figures);
