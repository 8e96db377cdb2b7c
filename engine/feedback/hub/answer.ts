import { z } from 'zod';
import { longestWaitMs, retryAfterMs } from './delay.ts';

/** What a hub's answer means for the item. */
export type Outcome =
  /** The hub has it, now or from an earlier try. */
  | { is: 'sent'; said: string | null }
  /** It will not take it as it is: a person has to look. */
  | { is: 'refused'; said: string }
  /** Try again. `afterMs`: as the hub asked; null: as we see fit. `everyone`: the others would fare no better. */
  | { is: 'later'; said: string; afterMs: number | null; everyone: boolean };

/** An answer as it came in. */
export interface HubAnswer {
  status: number;
  retryAfter: string | null;
  body: string;
}

const acknowledgementSchema = z.object({ key: z.string(), message: z.string().optional() });
const wordsSchema = z.object({ message: z.string() });

/** The hub's words are shown to a person: one line, and not a novel. */
const mostWords = 500;
const tidy = (text: string): string => {
  const line = text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim();
  return line.length > mostWords ? `${line.slice(0, mostWords)} …` : line;
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

const wordsIn = (body: string): string => {
  const spoken = wordsSchema.safeParse(parsed(body));
  return tidy(spoken.success ? spoken.data.message : body);
};

/** Statuses that say "not now" although they begin with a 4: timeout, too early, too many. */
const notNow = new Set([408, 425, 429]);

/**
 * Judges an answer. An item only counts as sent when the hub names its key, or says 409, "I have it already": a
 * proxy's login page with status 200 is no acknowledgement.
 */
export const judgeAnswer = ({ status, retryAfter, body }: HubAnswer, key: string, now: number): Outcome => {
  const named = acknowledgementSchema.safeParse(parsed(body));
  const ours = named.success && named.data.key === key;
  const foreign = named.success && named.data.key !== key;
  if (ours && ((status >= 200 && status < 300) || status === 409))
    return { is: 'sent', said: named.data.message ? tidy(named.data.message) : null };
  if (status === 409 && !foreign) return { is: 'sent', said: null };
  if (status >= 200 && status < 300)
    return {
      is: 'later',
      said: `The hub answered ${status}, but not that it has this item. It is tried again.`,
      afterMs: null,
      everyone: false,
    };
  const words = wordsIn(body);
  if (status >= 300 && status < 400)
    return {
      is: 'later',
      said: `The hub sends us to another address (${status}), which was not agreed to. Check the hub’s address.`,
      afterMs: null,
      everyone: true,
    };
  if (status >= 400 && status < 500 && status !== 409 && !notNow.has(status))
    return { is: 'refused', said: words || `The hub refused it with status ${status} and no words.` };
  const asked = retryAfterMs(retryAfter, now);
  return {
    is: 'later',
    said: `The hub cannot take it now (${status})${words ? `: ${words}` : '.'}`,
    afterMs: asked === null ? null : Math.min(asked, longestWaitMs),
    everyone: status === 429 || status === 503,
  };
};
