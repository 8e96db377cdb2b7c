import { bench } from './bench.ts';

/** Entry of the process that measures: `argv[2]` is the folder of the eyes' model. Sends the result and ends. */
process.send?.(bench(process.argv[2] ?? ''), () => process.exit(0));
