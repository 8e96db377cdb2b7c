import type { FeedbackItem } from '../../../protocol/feedback.ts';
import { ago } from '../shared/ago.ts';
import { texts } from '../texts.ts';

const words = texts.feedback;

/** How an item stands, in a line: its state, tries, the next one, when it left. */
export const standingOf = (item: FeedbackItem, hub: string, now = Date.now()): string => {
  const { state, tries, nextTryAt, doneAt, changedAt } = item;
  if (state === 'sent') return words.sentAt(ago(doneAt ?? changedAt, now));
  if (state === 'exported') return words.savedAt(ago(doneAt ?? changedAt, now));
  if (state === 'draft') return ago(changedAt, now);
  const parts: string[] = [words.states[state]];
  if (tries > 0) parts.push(words.tries(tries));
  if (state === 'waiting' && item.hub === hub && nextTryAt !== null)
    parts.push(words.nextTry(Math.max(0, Math.round((Date.parse(nextTryAt) - now) / 1000))));
  return parts.join(' · ');
};

/** What came of the last try, or what keeps the item here; null: nothing to say. */
export const saidOf = (item: FeedbackItem, hub: string): string | null => {
  if (item.state === 'waiting' && item.hub !== null && item.hub !== hub) return words.heldBack(item.hub);
  if (item.said === null) return null;
  return item.state === 'refused' || item.state === 'sent' ? words.hubSays(item.said) : item.said;
};
