/**
 * Who a suite is played by: the AI as users have it, from pixels; the reference player, which reads memory;
 * random buttons; and A, pressed again and again.
 */
export const suitePlayers = ['ai', 'oracle', 'random', 'mash'] as const;
export type SuitePlayer = (typeof suitePlayers)[number];

/** How an episode ended. `error`: it could not be played to its end, and says nothing of the player. */
export const episodeResults = ['success', 'failure', 'error'] as const;
export type EpisodeOutcomeWord = (typeof episodeResults)[number];
