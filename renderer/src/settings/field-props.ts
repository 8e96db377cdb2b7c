import type { Setting } from '../../../protocol/settings.ts';

export interface FieldProps {
  setting: Setting;
  /** Of the element that names the field, and of the one that describes it. */
  labelledBy: string;
  describedBy: string;
  disabled: boolean;
  /** Rejects with what the engine had against it. */
  choose: (value: unknown) => Promise<void>;
  /** What went wrong where the field itself has no place for it. */
  onError: (error: unknown) => void;
}
