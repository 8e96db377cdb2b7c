import type { FeedbackItem, Removal } from '../../../protocol/feedback.ts';
import { type SecretKind, secretKinds } from '../../../protocol/feedback-words.ts';
import { texts } from '../texts.ts';

const words = texts.feedback;

/** “3 paths, 1 name removed”; what was taken out twice counts once. */
export const removedWords = (removed: readonly Removal[]): string => {
  const parts = secretKinds
    .map((kind: SecretKind) => [kind, removed.filter((each) => each.kind === kind).length] as const)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => words.removedOf(kind, n));
  return parts.length === 0 ? words.nothingRemoved : words.removed(parts.join(', '));
};

/** The first thing that was written, to tell one item from another. */
export const gist = ({ form, kind }: FeedbackItem): string => {
  const said = ['happened', 'wish', 'good', 'bad'].map((field) => form[field]?.trim()).find(Boolean);
  if (said) return said;
  const stars = kind === 'rating' ? words.fields['stars']?.choices?.[form['stars'] ?? ''] : undefined;
  return stars ?? words.empty;
};
