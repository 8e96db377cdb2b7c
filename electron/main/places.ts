import { dirname, join } from 'node:path';

/** Where everything lies that the shell needs. Paths are absolute. */
export interface Places {
  packaged: boolean;
  /** The shell's own bundle: preload script, icons. */
  shell: string;
  /** The built page. */
  page: string;
  /** `engine/`, `games/` and the rest, laid out as in the checkout. */
  runtime: string;
  /** The engine's entry. */
  engine: string;
  /** The Node that runs the engine as a plain child; null: Electron itself runs it. */
  node: string | null;
}

/**
 * In a package the shell and its page are an archive, `resources/app.asar`; the runtime lies beside it as plain
 * files, because a plain Node reads no archive. In a checkout the shell is `dist/electron`.
 *
 * @param appPath Electron's word for where the application is, links followed
 * @param node the Node that the launcher of a checkout chose; null: the one in `node_modules`
 */
export const placesFor = (
  appPath: string,
  node: string | null,
  exists: (path: string) => boolean,
): Places => {
  if (!appPath.endsWith('.asar')) {
    const root = join(appPath, '..', '..');
    return {
      packaged: false,
      shell: appPath,
      page: join(root, 'dist', 'renderer'),
      runtime: root,
      engine: join(root, 'engine', 'main.ts'),
      node: node ?? join(root, 'node_modules', '.bin', 'node'),
    };
  }
  const runtime = join(dirname(appPath), 'runtime');
  const ours = join(runtime, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return {
    packaged: true,
    shell: appPath,
    page: join(appPath, 'renderer'),
    runtime,
    engine: join(runtime, 'engine', 'main.js'),
    // The package has one exactly when Electron's own is too old (scripts/package/engine-host.js).
    node: exists(ours) ? ours : null,
  };
};
