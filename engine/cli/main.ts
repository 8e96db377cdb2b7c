import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { addCase } from './case.ts';
import { addDoctor } from './doctor.ts';
import { addGovernorDemo } from './governor-demo.ts';
import { addHardware } from './hardware.ts';
import { addBackup, addExport, addRestore } from './history.ts';
import { addPlay } from './play.ts';
import { printProblem } from './print.ts';
import { addReplay } from './replay.ts';
import { addServe } from './serve.ts';

/** Entry of the command line, `eevee`. Exit code 0: done; 1: it went wrong, and standard error says how. */
const program = new Command('eevee')
  .description('A local AI plays Game Boy games in front of you, from the screen alone.')
  .version(packageJson.version)
  .showHelpAfterError();
addPlay(program);
addServe(program);
addDoctor(program);
addHardware(program);
addGovernorDemo(program);
addReplay(program);
addBackup(program);
addRestore(program);
addExport(program);
addCase(program);

// `eevee doctor | head`: whoever read along has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  printProblem(error);
  process.exitCode = 1;
}
