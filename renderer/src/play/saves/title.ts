import type { SavedState } from '../../../../protocol/sessions.ts';
import { texts } from '../../texts.ts';

/** The cores' own rate, near enough for "at 2:14". */
export const framesASecond = 60;

/** What a state is called: its title, else after its place and its moment. */
export const titleOf = ({ title, place, position, name }: SavedState): string => {
  if (title) return title;
  return position === null ? place || name : texts.saves.named(place, position / framesASecond);
};
