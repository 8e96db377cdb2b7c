import { type KeyMap, type PadMap, usualKeys, usualPad } from '../../../protocol/controls.ts';
import { useSettingValue } from '../api/settings.ts';

/** The keys and gamepad buttons that press the game's, as the settings have them. */
export const useControls = (): { keys: KeyMap; pad: PadMap } => ({
  keys: useSettingValue<KeyMap>('keys', usualKeys),
  pad: useSettingValue<PadMap>('padButtons', usualPad),
});
