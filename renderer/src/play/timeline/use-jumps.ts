import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Session } from '../../../../protocol/sessions.ts';
import type { Rewound } from '../../../../protocol/timeline.ts';
import { post } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useEngine } from '../../stream/engine.tsx';
import { texts } from '../../texts.ts';
import { timelineKey } from './use-timeline.ts';

type Jump = { frame: number; seconds: number } | { back: number } | 'undo' | 'redo';

const ask = (id: string, jump: Jump): Promise<Rewound> => {
  const path = `/v1/sessions/${id}/rewind`;
  if (typeof jump === 'string') return post<Rewound>(`${path}/${jump}`, {});
  return post<Rewound>(path, 'back' in jump ? { seconds: jump.back } : { frame: jump.frame });
};

const said = (jump: Jump): string => {
  if (jump === 'undo') return texts.timeline.undone;
  if (jump === 'redo') return texts.timeline.redone;
  return texts.timeline.wentBack('back' in jump ? jump.back : jump.seconds);
};

/**
 * Going to other moments of a session. `tookMs` is what the last one took as the user saw it: from letting go to
 * the picture of that moment.
 */
export const useJumps = (session: Session, alive: boolean, flash: (words: string) => void) => {
  const queries = useQueryClient();
  const { live, problems } = useEngine();
  const tookMs = useRef<number | null>(null);
  const jump = useMutation({
    mutationFn: async (wanted: Jump) => {
      const began = performance.now();
      const seen: { frame: number; at: number }[] = [];
      const stop = live.frame.subscribe(() => {
        seen.push({ frame: live.frame.get()?.frame ?? -1, at: performance.now() });
      });
      try {
        const answer = await ask(session.id, wanted);
        const shown = seen.find(({ frame }) => frame >= answer.session.frame);
        tookMs.current = (shown?.at ?? performance.now()) - began;
        return answer;
      } finally {
        stop();
      }
    },
    onSuccess: (answer, wanted) => {
      queries.setQueryData(keys.session(session.id), answer.session);
      queries.setQueryData(keys.decision(session.id), answer.session.decision);
      void queries.invalidateQueries({ queryKey: timelineKey(session.id) });
      // What was seen belongs to the moment that was left.
      live.observation.set(null);
      flash(said(wanted));
    },
    onError: (error) => problems.add(error),
  });
  // One at a time: a second one would be counted from a place that is not shown yet.
  const go = (wanted: Jump) => {
    if (alive && !session.window && !jump.isPending) jump.mutate(wanted);
  };
  return {
    to: (frame: number, seconds: number) => go({ frame, seconds }),
    back: (seconds: number) => go({ back: seconds }),
    undo: () => go('undo'),
    redo: () => go('redo'),
    busy: jump.isPending,
    tookMs,
  };
};

export type Jumps = ReturnType<typeof useJumps>;
