import type { EngineAddress } from '../../protocol/bridge.ts';
import type { Problem } from '../../protocol/errors.ts';
import { askEngine, problemOf } from './engine-client.ts';

/** Starts the session that the launcher asked for. What kept it from starting comes back, for the page to show. */
export const startSession = async (address: EngineAddress, body: unknown): Promise<Problem | null> => {
  try {
    await askEngine(address, '/v1/sessions', { method: 'POST', body });
    return null;
  } catch (error) {
    return problemOf(error, 'The game could not be started');
  }
};
