import { parseArgs } from 'node:util';
import { bootstrap, bootstrapOrExit, explain } from './bootstrap/index.js';
import { seconds } from './bootstrap/progress.js';
import { endChildren } from './bootstrap/run.js';
import { onNpmGone } from './npm-gone.js';
import { runStage } from './test/run-stage.js';
import { chooseStages, stages } from './test/stages.js';

const help = `Usage: npm test -- [stage …] [test file …] [options]

${stages.map(({ name, title }) => `  ${name.padEnd(10)} ${title}`).join('\n')}

  --bail     stop at the first stage that fails
  --verbose  show all output, not only that of failures
  --help     this help
`;

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({
      options: { bail: { type: 'boolean' }, verbose: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    return { ...values, ...chooseStages(positionals) };
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\nAll stages and options: npm test -- --help`);
    process.exit(2);
  }
};

const { bail = false, verbose = false, help: asksHelp, chosen, filters } = readArguments();
if (asksHelp) {
  process.stdout.write(help);
  process.exit(0);
}

/** @param {NodeJS.Signals} signal */
const stop = (signal) => {
  endChildren(signal);
  process.exit(1);
};
process.on('SIGINT', stop).on('SIGTERM', stop);
onNpmGone(() => stop('SIGTERM'));

/**
 * Builds what a stage needs, then runs it. What cannot be built fails the stages that need it, and no others.
 * @param {import('./test/stages.js').Stage} stage
 */
const prepareAndRun = async (stage) => {
  try {
    await bootstrap(stage.needs);
  } catch (error) {
    explain(error);
    console.log(`✗ ${stage.name.padEnd(10)} could not begin   ${stage.title}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return runStage(stage, { filters, verbose });
};

const began = performance.now();
// All packages at once, so that whoever has to install them by hand is told everything in one command.
await bootstrapOrExit([...new Set(chosen.flatMap(({ needs }) => needs))], { installOnly: true });

const total = { passed: 0, failed: 0, skipped: 0 };
for (const stage of chosen) {
  const counts = await prepareAndRun(stage);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (bail && counts.failed > 0) break;
}
console.log(`\nin ${seconds(performance.now() - began)}`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;
