import type { FeedbackItem } from '../../../protocol/feedback.ts';
import { FormView } from './FormView.tsx';
import { KeptView } from './KeptView.tsx';

/** One item: a form while it is a draft, and what became of it after. */
export const ItemView = ({ item, hub }: { item: FeedbackItem; hub: string }) =>
  item.state === 'draft' ? <FormView item={item} /> : <KeptView item={item} hub={hub} />;
