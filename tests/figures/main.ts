/**
 * The figures of the whole app, from its real window, as one table; they go to a JSON file as well.
 *
 *   npm run bench:app -- [--only start,window,memory,history,kill] [--quick] [--json FILE]
 *
 * Exit code 1 when a figure does not hold.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type AppFigure, machine, table } from './figure.ts';
import { measureHistory } from './history.ts';
import { measureKills } from './kill.ts';
import { measureMemory } from './memory.ts';
import { measureStart } from './start.ts';
import { measureWindow } from './window.ts';

const parts: Record<string, (quick: boolean) => Promise<AppFigure[]>> = {
  start: measureStart,
  window: measureWindow,
  memory: measureMemory,
  history: measureHistory,
  kill: measureKills,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(parts).join() },
    quick: { type: 'boolean', default: false },
    json: { type: 'string', default: 'artifacts/bench-app.json' },
  },
});
const chosen = values.only.split(',');
const unknown = chosen.find((name) => !(name in parts));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const figures: AppFigure[] = [];
const before = machine();
for (const name of chosen) {
  process.stderr.write(`• ${name} …\n`);
  figures.push(...(await parts[name]!(values.quick)));
}
console.log(`${before}\n\n${table(figures)}`);
mkdirSync(dirname(values.json), { recursive: true });
writeFileSync(values.json, `${JSON.stringify({ machine: before, figures }, null, 2)}\n`);
process.exitCode = figures.every(({ holds }) => holds !== false) ? 0 : 1;
