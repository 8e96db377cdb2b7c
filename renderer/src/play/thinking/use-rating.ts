import { useState } from 'react';
import type { Rate, Rating } from '../../../../protocol/cases.ts';
import type { RatingVerdict } from '../../../../protocol/words.ts';
import { useRate } from '../../api/commands.ts';
import { useRatings } from '../../api/queries.ts';
import { texts } from '../../texts.ts';

/** What was thought of the decisions of a session, and how to say so. `tell` says that it worked. */
export const useRating = (sessionId: string, tell: (words: string) => void) => {
  const ratings = useRatings(sessionId).data ?? [];
  const rate = useRate(sessionId);
  /** The frame of the decision for which a reason may be given now. */
  const [asked, setAsked] = useState<number | null>(null);
  const of = (frame: number): Rating | undefined => ratings.find((rating) => rating.frame === frame);
  const put = (frame: number, given: Partial<Rate>): void => {
    const verdict = given.verdict ?? 'down';
    rate.mutate({ frame, rate: given }, { onSuccess: () => tell(texts.rating.saved[verdict]) });
  };
  return {
    of,
    put,
    asked,
    stopAsking: () => setAsked(null),
    /** Rates a decision; the same once more takes the rating back. */
    toggle: (frame: number, verdict: RatingVerdict): void => {
      if (of(frame)?.verdict === verdict) {
        setAsked(null);
        rate.mutate({ frame, rate: null }, { onSuccess: () => tell(texts.rating.saved.none) });
        return;
      }
      put(frame, { verdict });
      setAsked(verdict === 'down' ? frame : null);
    },
  };
};

export type RatingOf = ReturnType<typeof useRating>;
