import { app } from 'electron';
import type { Problem } from '../../protocol/errors.ts';
import { keepCrashReports } from './crash-reports.ts';
import { chooseDataFolder } from './data-folder.ts';
import { setUpDesktop } from './desktop.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import { EngineWatch } from './engine-watch.ts';
import { askWhereToSave, Files } from './files.ts';
import { openIpcDoor } from './ipc-door.ts';
import { lockDown } from './lock-down.ts';
import { setUpMenu } from './menu.ts';
import { readOptions } from './options.ts';
import { registerPageScheme, servePage } from './page-scheme.ts';
import { passOnPower } from './power.ts';
import { endChildrenOnQuit } from './quit.ts';
import { becomeOnlyInstance } from './single-instance.ts';
import { Visits } from './visits.ts';
import { MainWindow } from './window.ts';
import { Words } from './words.ts';

const startedAgain: Problem = {
  code: 'internal',
  message: 'The page ended and could not be loaded again, so Eevee was started anew.',
  remedy: 'The game was saved: go on with it in the room Play. If this happens often, please report it.',
};

const boot = async (): Promise<void> => {
  const options = readOptions(process.env);
  const words = new Words();
  const window = new MainWindow(words);
  const visits = new Visits(window, words);
  const onOther = (commandLine: string[], folder: string): void => {
    window.show();
    visits.open(commandLine, folder);
  };

  // The lock belongs to the data folder, so the folder comes first; nothing else may touch it before the lock.
  chooseDataFolder(options);
  if (!becomeOnlyInstance(onOther)) return app.exit(0);

  // These three have to happen before Electron is ready.
  keepCrashReports();
  registerPageScheme();
  lockDown();
  await app.whenReady();

  const engine = await EngineSupervisor.create(options);
  const watch = new EngineWatch(engine);
  const files = new Files(watch, words);
  endChildrenOnQuit(engine);
  setUpMenu(files, () => window.visit('play'));
  askWhereToSave();
  servePage(engine.origin);
  openIpcDoor(engine, words, files);
  setUpDesktop(watch, window, words);
  passOnPower(watch);
  engine.start();
  watch.start();
  visits.open(process.argv, process.cwd());
  visits.begin(watch, files);
  if (options.pageWasLost) words.tell(startedAgain);
  window.open();
};

void boot();
