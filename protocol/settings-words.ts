/** The settings by what they are about, in the order in which they are shown. */
export const settingGroups = [
  'play',
  'picture',
  'hardware',
  'privacy',
  'storage',
  'updates',
  'advanced',
] as const;
export type SettingGroup = (typeof settingGroups)[number];

/** When a change is felt: at once, by sessions that start from then on, or when the engine starts again. */
export const settingTimes = ['now', 'next-session', 'next-start'] as const;
export type SettingTime = (typeof settingTimes)[number];

/** Where a value comes from, the strongest first. */
export const settingSources = ['command line', 'environment', 'file', 'default'] as const;
export type SettingSource = (typeof settingSources)[number];
