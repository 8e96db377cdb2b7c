/**
 * Calls back when the npm that runs this script is gone. Needed because npm passes SIGTERM to the shell between
 * itself and the script, the shell dies of it without a word, and the script would play on with nobody left who
 * knows of it. Only under npm: whoever starts a script by hand may well leave before it ends.
 * @param {() => void} callback
 * @param {{ env?: NodeJS.ProcessEnv, everyMs?: number }} [options]
 */
export const onNpmGone = (callback, { env = process.env, everyMs = 250 } = {}) => {
  if (env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, everyMs);
  timer.unref();
};
