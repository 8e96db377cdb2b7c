/** Frames of a game as the time they took to play at its own speed: 1:07, 1:02:03. */
export const playTime = (frames: number): string => {
  const seconds = Math.floor(frames / 60);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};
