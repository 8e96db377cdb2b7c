import type { BenchFigures, Found } from '../../../protocol/hardware.ts';
import { describe } from '../survey/survey.ts';
import { library } from './library/library.ts';

/** A computer of the library by its name, as the survey and the micro-benchmark would report it. */
export const computerNamed = (name: string): { found: Found; figures: BenchFigures } => {
  const computer = library.find((each) => each.name === name);
  if (!computer?.figures) throw new Error(`The library has no measured computer "${name}".`);
  const { answers, basics, container, figures } = computer;
  return { found: { ...describe(answers, basics, container), faults: [] }, figures };
};
