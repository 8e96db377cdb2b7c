import { problemFrom } from '../../problem.ts';
import { type CutPlan, cut } from './cut.ts';

/**
 * Entry of the cutter, a process of its own because a core keeps global state and may crash: takes a `CutPlan` as
 * JSON, prints one line of JSON, `{ clip }` or `{ problem }`.
 */
try {
  const plan = JSON.parse(process.argv[2] ?? '') as CutPlan;
  process.stdout.write(`${JSON.stringify({ clip: cut(plan) })}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ problem: problemFrom(error) })}\n`);
  process.exitCode = 1;
}
