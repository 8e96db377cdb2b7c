/** What the launcher (`scripts/start.js`) hands over through the environment. */
export interface Options {
  /** Body of the first `POST /v1/sessions`, as it came: the engine checks it. null: start nothing. */
  start: unknown;
  /** Where sessions, states and logs are kept; null: the engine's own default. */
  dataDir: string | null;
  /** Port of the engine on 127.0.0.1; null: a free one. */
  port: number | null;
  /** The Node that runs the engine in development; null: the one in `node_modules`. */
  node: string | null;
  /** The app before this one could not show its page any more and started this one in its place. */
  pageWasLost: boolean;
}

/** What an app hands over to the one that takes its place: what was played is saved, and its page offers it. */
export const pageWasLost = { EEVEE_PAGE_LOST: '1', EEVEE_START: 'none' } as const;

/** An app that was opened by its icon starts nothing: its page welcomes, or shows the library. */
const startOf = (given: string | undefined): unknown => {
  if (!given || given === 'none') return null;
  // Broken JSON comes from a broken launcher, not from a user: let it be seen.
  return JSON.parse(given) as unknown;
};

/** Reads `EEVEE_START`, `EEVEE_DATA_DIR`, `EEVEE_PORT`, `EEVEE_NODE` and `EEVEE_PAGE_LOST`. */
export const readOptions = (environment: NodeJS.ProcessEnv): Options => {
  const port = Number(environment['EEVEE_PORT'] || Number.NaN);
  return {
    start: startOf(environment['EEVEE_START']),
    dataDir: environment['EEVEE_DATA_DIR'] || null,
    // Anything else than a port is left to the engine, which refuses it in words.
    port: Number.isInteger(port) && port > 0 && port < 65_536 ? port : null,
    node: environment['EEVEE_NODE'] || null,
    pageWasLost: environment['EEVEE_PAGE_LOST'] === pageWasLost.EEVEE_PAGE_LOST,
  };
};
