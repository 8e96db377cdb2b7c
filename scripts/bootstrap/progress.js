/**
 * What the user sees while things are made ready: a line when a step begins, a line with its time when it is
 * done. It goes to the error stream, so that a command's own output can be piped.
 */

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** @param {string} line */
export const say = (line) => {
  process.stderr.write(`${line}\n`);
};

/** Silence after which a long step is heard of again. */
const heartbeatMs = 20_000;

/**
 * Announces a step, runs it, and says how long it took.
 * @template T
 * @param {string} title
 * @param {string} reason why it has to be done
 * @param {(line: (text: string) => void) => Promise<T>} work is given a way to say what it is doing
 * @returns {Promise<T>}
 */
export const showStep = async (title, reason, work) => {
  const began = performance.now();
  let doing = '';
  say(`• ${title}: ${reason} …`);
  const heartbeat = setInterval(() => {
    say(`  … ${seconds(performance.now() - began)}${doing && `: ${doing.slice(0, 100)}`}`);
  }, heartbeatMs);
  try {
    const result = await work((text) => {
      doing = text;
    });
    say(`✓ ${title} (${seconds(performance.now() - began)})`);
    return result;
  } catch (error) {
    say(`✗ ${title} (${seconds(performance.now() - began)})`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
};
