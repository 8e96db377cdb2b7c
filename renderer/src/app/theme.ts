import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The AI's colour; everything that is the AI's doing wears it. */
const moss: MantineColorsTuple = [
  '#e7faf2',
  '#c8f1e0',
  '#9ce5c8',
  '#6cd8ae',
  '#42cb97',
  '#2abf87',
  '#1aa673',
  '#108a5f',
  '#0b704d',
  '#07583c',
];

/** Cool greys with a clear step between page, panel and control. */
const dark: MantineColorsTuple = [
  '#e6e8ec',
  '#b9bec8',
  '#959ba8',
  '#616876',
  '#3a3f4a',
  '#2a2e37',
  '#21252d',
  '#181b21',
  '#0f1115',
  '#0a0b0e',
];

/**
 * Mantine's `autoContrast` looks at the light scheme's shade in both schemes (9.7), which puts white on our
 * bright green. The text on filled buttons therefore follows a variable of the scheme.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const ours = input.variant === 'filled' && (input.color ?? 'moss') === 'moss';
  return ours ? { ...colours, color: 'var(--mantine-primary-color-contrast)' } : colours;
};

export const theme = createTheme({
  primaryColor: 'moss',
  colors: { moss, dark },
  primaryShade: { light: 8, dark: 5 },
  variantColorResolver,
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, 'DejaVu Sans Mono', monospace",
  components: {
    // Inside a landmark, so that readers who jump between landmarks find it (axe: region).
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, portalProps: { target: '#main' } } },
    Alert: {
      // The alert's own colour is for the sign; as text it would be too pale on its tint.
      styles: { title: { color: 'var(--mantine-color-text)' } },
      // Mantine's own red is a block of colour that outshouts the game; a tinted panel says it as well.
      vars: (_theme: unknown, { color = 'moss' }: { color?: string }) => ({
        root: {
          '--alert-bg': `color-mix(in srgb, var(--mantine-color-${color}-filled) 9%, var(--eevee-panel))`,
          '--alert-bd': `1px solid color-mix(in srgb, var(--mantine-color-${color}-filled) 45%, var(--eevee-line))`,
          '--alert-color': `light-dark(var(--mantine-color-${color}-9), var(--mantine-color-${color}-3))`,
        },
      }),
    },
    ActionIcon: { classNames: { root: 'quiet-when-disabled' } },
  },
});

/**
 * Surfaces of the page, and the greys and the red whose Mantine defaults are too pale for small text on them
 * (WCAG AA wants 4.5:1).
 */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--eevee-page': '#f3f4f6',
    '--eevee-panel': '#ffffff',
    '--eevee-stage': '#e6e8ec',
    '--eevee-line': '#dfe2e7',
    '--eevee-ai': '#0b704d',
    '--eevee-player': '#8a3600',
    '--eevee-advisor': '#2a4a9c',
    '--mantine-primary-color-contrast': '#ffffff',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#565d69',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--eevee-page': '#0f1115',
    '--eevee-panel': '#181b21',
    '--eevee-stage': '#0a0b0e',
    '--eevee-line': '#272b34',
    '--eevee-ai': '#42cb97',
    '--eevee-player': '#ffb454',
    '--eevee-advisor': '#8ab0ff',
    '--mantine-primary-color-contrast': '#04120b',
    '--mantine-color-body': '#181b21',
    '--mantine-color-dimmed': '#969dab',
    '--mantine-color-placeholder': '#858c99',
    '--mantine-color-error': '#ff9a91',
  },
});
