import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SettingsAnswer } from '../../../protocol/settings.ts';
import type { Storage } from '../../../protocol/storage.ts';
import { get, put, remove } from './client.ts';

const keys = { settings: ['settings'], storage: ['storage'] } as const;

/** All settings. `fresh`: look again whenever it is shown, as somebody may have changed the file or another page. */
export const useSettings = (fresh = false) =>
  useQuery({
    queryKey: keys.settings,
    queryFn: () => get<SettingsAnswer>('/v1/settings'),
    refetchOnMount: fresh ? 'always' : true,
  });

/** The value that a setting has now, or what to take until it is known. */
export const useSettingValue = <Value>(name: string, until: Value): Value => {
  const found = useSettings().data?.settings.find((each) => each.name === name);
  return found === undefined ? until : (found.value as Value);
};

/** What is to become of some settings: these are chosen, those get their defaults again. */
export interface SettingsChange {
  choose?: Record<string, unknown>;
  /** Names; `all`: every one. */
  forget?: readonly string[] | 'all';
}

const carryOut = async ({ choose = {}, forget = [] }: SettingsChange): Promise<SettingsAnswer> => {
  if (forget === 'all') return remove<SettingsAnswer>('/v1/settings');
  for (const name of forget) await remove<SettingsAnswer>(`/v1/settings/${name}`);
  return put<SettingsAnswer>('/v1/settings', { values: choose });
};

/** Changes settings. A refusal is for whoever asked to show, beside the field. */
export const useChangeSettings = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: carryOut,
    onSuccess: (answer) => queries.setQueryData(keys.settings, answer),
  });
};

/** The data folder. Its size changes all the time, so it is asked whenever it is shown. */
export const useStorage = () =>
  useQuery({ queryKey: keys.storage, queryFn: () => get<Storage>('/v1/storage'), staleTime: 0 });
