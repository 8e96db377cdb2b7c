/**
 * Channels between page and shell. `engine`, `words` and `openFolder` are asked by the page (`invoke`) and answered once;
 * `wordsWait` is all that the shell says by itself: that there is something to take.
 */
export const channels = {
  engine: 'eevee:engine',
  openFolder: 'eevee:open-folder',
  words: 'eevee:words',
  wordsWait: 'eevee:words-wait',
} as const;
