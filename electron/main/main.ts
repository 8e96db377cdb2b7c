import { app } from 'electron';
import { keepCrashReports } from './crash-reports.ts';
import { chooseDataFolder } from './data-folder.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import { openIpcDoor } from './ipc-door.ts';
import { lockDown } from './lock-down.ts';
import { setUpMenu } from './menu.ts';
import { readOptions } from './options.ts';
import { registerPageScheme, servePage } from './page-scheme.ts';
import { endChildrenOnQuit } from './quit.ts';
import { becomeOnlyInstance } from './single-instance.ts';
import { MainWindow } from './window.ts';

const boot = async (): Promise<void> => {
  const options = readOptions(process.env);
  const window = new MainWindow();

  // The lock belongs to the data folder, so the folder comes first; nothing else may touch it before the lock.
  chooseDataFolder(options);
  if (!becomeOnlyInstance(() => window.show())) return app.exit(0);

  // These three have to happen before Electron is ready.
  keepCrashReports();
  registerPageScheme();
  lockDown();
  await app.whenReady();

  const engine = await EngineSupervisor.create(options);
  endChildrenOnQuit(engine);
  setUpMenu();
  servePage(engine.origin);
  openIpcDoor(engine);
  engine.start();
  window.open();
};

void boot();
