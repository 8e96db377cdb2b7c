/** Channels between page and shell. All are asked by the page (`invoke`) and answered once. */
export const channels = { engine: 'eevee:engine' } as const;
