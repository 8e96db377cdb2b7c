/** Each canvas gives its surface away once; who asks again gets the same one. */
const surfaces = new WeakMap<HTMLCanvasElement, OffscreenCanvas>();

/**
 * The surface of a canvas that changes with nearly every refresh. What is drawn on it goes straight to the browser's
 * compositor: the page around it is neither painted nor rasterised again, which would cost more than the drawing.
 * From then on the canvas has no context and no size of its own; the surface has both.
 */
export const surfaceOf = (canvas: HTMLCanvasElement): OffscreenCanvas => {
  const known = surfaces.get(canvas);
  if (known) return known;
  const surface = canvas.transferControlToOffscreen();
  surfaces.set(canvas, surface);
  return surface;
};
