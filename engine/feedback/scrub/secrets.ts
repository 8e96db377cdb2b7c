import { readFileSync } from 'node:fs';
import { homedir, hostname, userInfo } from 'node:os';

/** What of this computer and its user must not leave it. */
export interface Secrets {
  /** Login name and, where the system knows it, the name behind it and its parts. */
  names: string[];
  hosts: string[];
  /** Folders whose paths say something of the user: home, data. Found also where they look like no path. */
  folders: string[];
  /** The program's own folder: paths below it are kept, relative to it. */
  app: string;
  /** Values of environment variables that look secret, and the token of this launch. */
  tokens: string[];
  /** Every variable of the environment, to find lines like `NAME=value`. */
  environment: Record<string, string>;
}

/** Names that thousands of computers share say nothing of this one. */
const commonNames = new Set([
  'root',
  'user',
  'admin',
  'administrator',
  'ubuntu',
  'debian',
  'runner',
  'node',
  'guest',
  'nobody',
  'localhost',
  'localdomain',
  'local',
  'pc',
  'desktop',
  'laptop',
  'home',
]);

const worthHiding = (name: string): boolean =>
  [...name].length >= 2 && !commonNames.has(name.toLowerCase()) && !/^\d+$/.test(name);

const secretVariable = /token|secret|passw|passphrase|credential|api_?key|private|auth|cookie|session_key/i;

/** The name that belongs to a login, where the system's list of users says it (`/etc/passwd`, GECOS). */
const fullName = (login: string): string => {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`${login}:`));
    return line?.split(':')[4]?.split(',')[0]?.trim() ?? '';
  } catch {
    return '';
  }
};

const login = (): string => {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the list of users (a container): the environment may know.
    return process.env['USER'] ?? process.env['USERNAME'] ?? '';
  }
};

const safeHome = (): string[] => {
  try {
    return [homedir(), userInfo().homedir];
  } catch {
    return [homedir()];
  }
};

/** Collects them. `folders` and `tokens`: what only the engine knows. */
export const secretsOfThisComputer = (known: {
  folders: string[];
  tokens: string[];
  app: string;
}): Secrets => {
  const user = login();
  const full = fullName(user);
  const host = hostname();
  const environment = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => (entry[1] ?? '').length > 0),
  );
  const hidden = Object.entries(environment)
    .filter(([name, value]) => secretVariable.test(name) && value.length >= 6)
    .map(([, value]) => value);
  return {
    names: [...new Set([user, full, ...full.split(/\s+/)])].filter(worthHiding),
    hosts: [...new Set([host, host.split('.')[0] ?? ''])].filter(worthHiding),
    folders: [...new Set([...safeHome(), ...known.folders])].filter((folder) => folder.length > 1),
    app: known.app,
    tokens: [...new Set([...known.tokens, ...hidden])],
    environment,
  };
};
