import type { EngineAddress } from '../../../protocol/bridge.ts';
import { ApiProblem, EngineStarting } from './problem.ts';

const storageKey = 'eevee.token';

/**
 * Takes the token out of the address bar, where it would end up in screenshots and bookmarks, and keeps it
 * for as long as this tab lives. Call before anything is drawn.
 */
export const takeTokenFromAddress = (): void => {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  sessionStorage.setItem(storageKey, token);
  history.replaceState(history.state, '', location.pathname + location.search);
};

/** In a browser the engine itself served this page. */
const locateInBrowser = (): EngineAddress => ({
  url: location.origin,
  token: sessionStorage.getItem(storageKey) ?? '',
});

/** In the shell's window the engine is a child of the shell, which tells where it is, or that it is not yet. */
const locateInShell = async (bridge: NonNullable<Window['eevee']>): Promise<EngineAddress> => {
  const engine = await bridge.engine();
  if (engine.state === 'ready') return engine.address;
  throw engine.problem ? new ApiProblem(engine.problem) : new EngineStarting();
};

/** Where the engine is now; asked again before every connection, because a restarted engine has a new token. */
export const locateEngine = async (): Promise<EngineAddress> =>
  window.eevee ? locateInShell(window.eevee) : locateInBrowser();

/** The problem that kept the shell from starting the session it was asked for, if any. */
export const startProblem = async () => {
  const engine = await window.eevee?.engine();
  return engine?.state === 'ready' ? engine.startProblem : null;
};
