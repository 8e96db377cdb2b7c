import type { Decision } from '../../protocol/observation.ts';
import type { Metrics, Notice, Session } from '../../protocol/sessions.ts';
import type { EngineClient } from '../api/client.ts';

export interface Watcher {
  decision?: (decision: Decision) => void;
  metrics?: (metrics: Metrics) => void;
  notice?: (notice: Notice) => void;
}

/** Follows a session over the stream until it has ended; resolves with how it did. */
export const watchSession = async (
  client: EngineClient,
  id: string,
  watcher: Watcher = {},
): Promise<Session> => {
  const ended = Promise.withResolvers<Session>();
  const stream = await client.stream((event) => {
    if (event.type === 'session' && event.session.id === id && event.session.state === 'ended') {
      ended.resolve(event.session);
    } else if (event.type === 'decision') watcher.decision?.(event.decision);
    else if (event.type === 'metrics') watcher.metrics?.(event.metrics);
    else if (event.type === 'notice') watcher.notice?.(event.notice);
  });
  // Subscribing answers with the session as it is: an end that came before us is not missed.
  stream.send({ type: 'subscribe', sessionId: id, frames: false });
  const session = await ended.promise;
  stream.close();
  return session;
};
