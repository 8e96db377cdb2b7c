import type { EngineAddress } from '../../protocol/bridge.ts';
import type { Problem } from '../../protocol/errors.ts';

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'message' in value && 'remedy' in value;

/** Starts the session that the launcher asked for. What kept it from starting comes back, for the page to show. */
export const startSession = async ({ url, token }: EngineAddress, body: unknown): Promise<Problem | null> => {
  try {
    const response = await fetch(`${url}/v1/sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    const answer: unknown = await response.json();
    if (isProblem(answer)) return answer;
    throw new Error(`status ${response.status}`);
  } catch (error) {
    return {
      code: 'internal',
      message: `The game could not be started: ${error instanceof Error ? error.message : String(error)}.`,
      remedy: 'Start it with the button. If that fails too, please report this with the log file.',
    };
  }
};
