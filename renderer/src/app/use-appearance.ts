import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useSettingValue } from '../api/settings.ts';

/** Mantine's words for the values of the setting `theme`. */
const schemes = { system: 'auto', light: 'light', dark: 'dark' } as const;

/** Makes the page look as the settings `theme` and `motion` say, as soon as they are known. */
export const useAppearance = (): void => {
  const { setColorScheme } = useMantineColorScheme();
  const theme = useSettingValue<keyof typeof schemes | null>('theme', null);
  const motion = useSettingValue<'system' | 'reduced'>('motion', 'system');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the setting alone decides; the function is new each time
  useEffect(() => {
    if (theme !== null) setColorScheme(schemes[theme]);
  }, [theme]);
  useEffect(() => {
    document.documentElement.dataset['motion'] = motion;
  }, [motion]);
};
