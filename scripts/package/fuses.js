/**
 * Electron's fuses as a package has them. An older Electron lacks some of them.
 *
 * @param {import('./engine-host.js').EngineHost} host
 */
const wanted = (host) => ({
  // Session processes are children of the engine. Where Electron runs the engine, its program has to be able to
  // run them too, as a plain Node; otherwise nothing but the window may be started from it.
  RunAsNode: host === 'utility',
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  // Electron checks it on macOS and Windows; on Linux the fuse has no effect.
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  // WebAssembly's memory checks by signal handlers, Electron's default.
  WasmTrapHandlers: true,
});

/**
 * Sets the fuses of an Electron and reads them back.
 * @param {string} program
 * @param {import('./engine-host.js').EngineHost} host
 * @returns {Promise<Record<string, boolean>>} as they are now; a fuse that this Electron lacks is not there
 * @throws Error where one is not what was wanted
 */
export const setFuses = async (program, host) => {
  const { flipFuses, getCurrentFuseWire, FuseState, FuseV1Options, FuseVersion } = await import(
    '@electron/fuses'
  );
  const before = /** @type {Record<number, number>} */ (await getCurrentFuseWire(program));
  const named = Object.keys(wanted(host)).map(
    (name) => FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)],
  );
  const unknown = Object.keys(before).find((index) => /^\d+$/.test(index) && !named.includes(Number(index)));
  if (unknown)
    throw new Error(
      `This Electron has a fuse, number ${unknown}, that scripts/package/fuses.js does not know.`,
    );
  const chosen = Object.entries(wanted(host)).flatMap(([name, on]) => {
    const index = FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)];
    return before[index] === undefined ? [] : [{ name, index, on }];
  });
  await flipFuses(program, {
    version: FuseVersion.V1,
    ...Object.fromEntries(chosen.map(({ index, on }) => [index, on])),
  });
  const after = /** @type {Record<number, number>} */ (await getCurrentFuseWire(program));
  for (const { name, index, on } of chosen)
    if ((after[index] === FuseState.ENABLE) !== on)
      throw new Error(`Electron's fuse ${name} could not be set.`);
  return Object.fromEntries(chosen.map(({ name, on }) => [name, on]));
};
