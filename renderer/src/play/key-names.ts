import { useQuery } from '@tanstack/react-query';
import { texts } from '../texts.ts';

/** What the keyboard in use has printed on the key of a code (`KeyZ` → `y` on a German one). */
type Layout = ReadonlyMap<string, string>;
/** Chromium's Keyboard Map, which TypeScript's library does not know. */
type WithLayout = Navigator & { keyboard?: { getLayoutMap?: () => Promise<Layout> } };

const names = texts.settings.controls.keyNames;

/** A key as its keyboard has it printed, as far as the browser tells. */
export const keyName = (code: string, layout: Layout | undefined): string => {
  const known = names[code];
  if (known !== undefined) return known;
  const printed = layout?.get(code);
  if (printed?.trim()) return printed.toUpperCase();
  if (code.startsWith('Numpad')) return texts.settings.controls.keypad(code.slice(6));
  return code.replace(/^(Key|Digit)/, '');
};

/** Names of keys on the keyboard in use. */
export const useKeyNames = (): ((code: string) => string) => {
  const { data } = useQuery({
    queryKey: ['keyboard'],
    queryFn: async (): Promise<Layout | null> =>
      // Only asked for names: refused or absent, the codes' own have to do.
      (await (navigator as WithLayout).keyboard?.getLayoutMap?.().catch(() => null)) ?? null,
  });
  return (code) => keyName(code, data ?? undefined);
};
