/** The part of a rectangle that says where something is. */
type Place = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

const directions: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** How much worse a step to the side is than one in the direction that was asked for. */
const aside = 3;

/** Which of several places comes next in an arrow key's direction; null: none, or no arrow key. */
export const nextInDirection = (places: readonly Place[], from: number, key: string): number | null => {
  const direction = directions[key];
  const start = places[from];
  if (!direction || !start) return null;
  let best: { index: number; distance: number } | null = null;
  places.forEach(({ left, top, width, height }, index) => {
    const dx = left + width / 2 - (start.left + start.width / 2);
    const dy = top + height / 2 - (start.top + start.height / 2);
    const ahead = dx * direction.x + dy * direction.y;
    const off = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (index === from || ahead <= Math.abs(off) / aside) return;
    const distance = ahead + aside * off;
    if (!best || distance < best.distance) best = { index, distance };
  });
  return (best as { index: number } | null)?.index ?? null;
};
