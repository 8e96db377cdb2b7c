import { useQuery } from '@tanstack/react-query';
import type { Session } from '../../../../protocol/sessions.ts';
import type { Timeline } from '../../../../protocol/timeline.ts';
import { get } from '../../api/client.ts';
import { useStorePart } from '../../shared/store.ts';
import { useEngine } from '../../stream/engine.tsx';

export const timelineKey = (id: string) => ['timeline', id] as const;

/** How often the page's clock moves while the game runs: twice a second is smooth enough for a bar. */
const framesATick = 30;
const refreshMs = 4000;

/** A timeline as it is now: the engine's, grown by the frames that were shown since. */
export interface LiveTimeline extends Timeline {
  thumbnailOf: (position: number) => string | null;
}

/** The past of a session; null while there is none to show. */
export const useTimeline = (session: Session): LiveTimeline | null => {
  const { live } = useEngine();
  const alive = session.state === 'running' || session.state === 'paused';
  const { state, turn } = session;
  // A new standing is a new past: a turn, a pause, a jump. While the game runs it only grows.
  const standing = state === 'paused' ? session.frame : 0;
  const known = useQuery({
    queryKey: [...timelineKey(session.id), state, turn, standing],
    queryFn: () => get<Timeline>(`/v1/sessions/${session.id}/timeline`),
    enabled: alive && session.window === undefined,
    refetchInterval: state === 'running' ? refreshMs : false,
    placeholderData: (before) => before,
    // A session without a past says so once; there is no bar then.
    retry: false,
  }).data;
  const tick = useStorePart(live.frame, (frame) =>
    frame === null
      ? -1
      : state === 'paused'
        ? frame.frame
        : Math.floor(frame.frame / framesATick) * framesATick,
  );
  if (!known || !alive || known.frame === 0) return null;
  const last = known.pieces.at(-1);
  const grown = last ? last.position + Math.max(0, Math.max(tick, known.frame) - last.frame) : known.position;
  return {
    ...known,
    position: state === 'running' ? Math.max(known.position, grown) : known.position,
    thumbnailOf: (position) => {
      const keyframe =
        known.keyframes.findLast((each) => each.position <= position) ?? known.keyframes[0] ?? null;
      return keyframe && `/v1/sessions/${session.id}/timeline/${keyframe.frame}.png`;
    },
  };
};

/** The frame at a position of the story. */
export const frameAt = ({ pieces }: Timeline, position: number): number => {
  const piece = pieces.findLast((each) => each.position <= position) ?? pieces[0];
  return piece ? piece.frame + position - piece.position : 0;
};
