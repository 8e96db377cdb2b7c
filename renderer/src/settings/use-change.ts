import { useState } from 'react';
import type { Setting } from '../../../protocol/settings.ts';
import { type SettingsChange, useChangeSettings } from '../api/settings.ts';
import { texts } from '../texts.ts';
import { isChosen } from './values.ts';

/** The last change, and what would take it back. */
interface Done {
  words: string;
  undo: SettingsChange | null;
}

/** What gives settings back what they had. */
const backTo = (before: readonly Setting[]): SettingsChange => ({
  choose: Object.fromEntries(before.filter(isChosen).map(({ name, value }) => [name, value])),
  forget: before.filter((setting) => !isChosen(setting)).map(({ name }) => name),
});

/** Changing settings with one step back. `settings`: how they stand before the change. */
export const useChange = (settings: readonly Setting[]) => {
  const change = useChangeSettings();
  const [done, setDone] = useState<Done | null>(null);
  /** Resolves when it is done; rejects with what the engine had against it. */
  const make = async (wanted: SettingsChange, of: readonly Setting[], words: string): Promise<void> => {
    await change.mutateAsync(wanted);
    setDone({ words, undo: backTo(of) });
  };
  return {
    done,
    busy: change.isPending,
    choose: (setting: Setting, value: unknown): Promise<void> =>
      make({ choose: { [setting.name]: value } }, [setting], texts.settings.changed(setting.title)),
    reset: (setting: Setting): Promise<void> =>
      make({ forget: [setting.name] }, [setting], texts.settings.resetDone(setting.title)),
    resetAll: (): Promise<void> =>
      make({ forget: 'all' }, settings.filter(isChosen), texts.settings.resetAllDone),
    undo: async (): Promise<void> => {
      if (!done?.undo) return;
      await change.mutateAsync(done.undo);
      setDone({ words: texts.settings.undone, undo: null });
    },
  };
};

export type Change = ReturnType<typeof useChange>;
