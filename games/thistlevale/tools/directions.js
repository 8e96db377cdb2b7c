/** Facing directions in the game's order (enum direction of types.h). */
export const directions = ['down', 'up', 'left', 'right'];
