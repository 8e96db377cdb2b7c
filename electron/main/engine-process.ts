import { spawn } from 'node:child_process';
import { utilityProcess } from 'electron';
import type { Places } from './places.ts';

/** What the shell does with the process that the engine runs in, whatever kind it is. */
export interface EngineProcess {
  /** Undefined when it could not be started, and once it is gone. */
  pid(): number | undefined;
  send(message: unknown): void;
  kill(): void;
}

export interface EngineProcessEvents {
  message(message: unknown): void;
  /** It is gone, or could not be started: how, in a few words. Once. */
  exit(how: string): void;
}

/** A Node of the engine's own, as a plain child. Its channel also tells it when the shell is gone, however it went. */
const startChild = (
  { runtime, engine }: Places,
  node: string,
  env: NodeJS.ProcessEnv,
  events: EngineProcessEvents,
): EngineProcess => {
  const child = spawn(node, [engine], { cwd: runtime, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let over = false;
  const end = (how: string): void => {
    if (over) return;
    over = true;
    events.exit(how);
  };
  child.on('message', events.message);
  child.on('error', (error) => end(error.message));
  child.on('exit', (code, signal) => end(signal ?? `code ${code}`));
  return {
    pid: () => (over ? undefined : child.pid),
    send: (message) => {
      // Not a signal: Windows has none that a process could hear.
      if (child.connected) child.send(message as object);
      else child.kill();
    },
    kill: () => child.kill('SIGKILL'),
  };
};

/** Electron's own Node, as a utility process; it ends with the shell by itself. */
const startUtility = (
  { engine }: Places,
  env: NodeJS.ProcessEnv,
  events: EngineProcessEvents,
): EngineProcess => {
  const child = utilityProcess.fork(engine, [], { env, stdio: 'inherit', serviceName: 'Eevee engine' });
  child.on('message', events.message);
  child.on('exit', (code) => events.exit(`code ${code}`));
  return {
    pid: () => child.pid,
    send: (message) => child.postMessage(message),
    kill: () => {
      // Electron's own `kill` asks politely, which a process that hangs does not hear.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
};

/** Starts the engine in the process that the places say. */
export const startEngineProcess = (
  places: Places,
  env: NodeJS.ProcessEnv,
  events: EngineProcessEvents,
): EngineProcess =>
  places.node === null ? startUtility(places, env, events) : startChild(places, places.node, env, events);
