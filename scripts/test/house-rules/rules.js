/** @typedef {{ path: string, text: string }} Source */

/** @param {string} path */
const isTest = (path) => /\.test\.tsx?$|_test\.cc$|\/testing\//.test(path);

/**
 * The only place outside of games/ that may name one: the setting that says which game is played when none is
 * named.
 */
export const defaultGameSetting = 'engine/settings.ts';

/**
 * A game is one entry in games/: whoever names one elsewhere has built knowledge of it in.
 * @param {Source[]} sources
 * @param {string[]} games
 */
export const foreignWords = (sources, games) =>
  sources
    .filter(({ path }) => !isTest(path) && path !== defaultGameSetting)
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const game = games.find((name) => line.toLowerCase().includes(name));
        return game
          ? [
              `${path}:${index + 1} names the game ${game}: only games/ and models/ know one game from another.`,
            ]
          : [];
      }),
    );

/**
 * Only the door of the addon speaks Node-API: what lies behind it can be tested, and used, without Node.
 * @param {Source[]} sources
 */
export const napiOutside = (sources) =>
  sources
    .filter(
      ({ path, text }) =>
        !path.startsWith('native/napi/') &&
        /^\s*#\s*include\s*[<"](napi|node_api|js_native_api)\.h/m.test(text),
    )
    .map(({ path }) => `${path} includes Node-API's header: only native/napi/ may.`);
