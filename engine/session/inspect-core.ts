import { inspectCore } from '../../native/index.ts';
import { problemFrom } from '../problem.ts';
import type { Inspection } from './cores.ts';

/** Entry of the process that asks one core who it is, and ends. The argument is the core's path. */
const path = process.argv[2] ?? '';
let inspection: Inspection;
try {
  inspection = { core: inspectCore(path) };
} catch (error) {
  inspection = { problem: problemFrom(error) };
}
process.send?.(inspection, () => process.exit(0));
