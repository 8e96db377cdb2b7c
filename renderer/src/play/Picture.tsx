import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useStorePart } from '../shared/store.ts';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import { drawOverlay } from './draw-overlay.ts';
import { fitPicture, type Size } from './fit.ts';
import type { Looks } from './looks/looks.ts';
import { OverlayTrack, type Placed, samePlace } from './overlay-track.ts';
import classes from './Picture.module.css';
import { paint } from './paint.ts';
import { surfaceOf } from './surface.ts';
import { useDevicePixelRatio } from './use-device-pixel-ratio.ts';

const gameBoy: Size = { width: 160, height: 144 };

/** In the page's own timeline: what a start is measured by. */
const firstPictureMark = 'eevee:first-picture';

/** Draws each picture in the refresh it is for, and only then asks for the next. */
const useFrames = (canvas: React.RefObject<HTMLCanvasElement | null>, onSize: (size: Size) => void) => {
  const { live, stream } = useEngine();
  useEffect(() => {
    let image: ImageData | null = null;
    const draw = () => {
      const frame = live.frame.get();
      const element = canvas.current;
      if (!frame || !element) return;
      const surface = surfaceOf(element);
      const context = surface.getContext('2d', { alpha: false });
      if (!context) return;
      if (image?.width !== frame.width || image.height !== frame.height) {
        image = new ImageData(frame.width, frame.height);
        surface.width = frame.width;
        surface.height = frame.height;
        onSize({ width: frame.width, height: frame.height });
      }
      paint(frame, new Uint32Array(image.data.buffer));
      context.putImageData(image, 0, 0);
      if (element.dataset.frame === undefined) performance.mark(firstPictureMark);
      element.dataset.frame = String(frame.frame);
      element.dataset.captured = String(frame.capturedAt);
      stream.acknowledge(frame.sequence);
    };
    draw();
    return live.frame.subscribe(draw);
  }, [canvas, live, stream, onSize]);
};

/** What the eyes see, over the picture; it follows the ground while the view scrolls. */
const Overlay = ({ factor, size, looks }: { factor: number; size: Size; looks: Looks }) => {
  const { live } = useEngine();
  const canvas = useRef<HTMLCanvasElement>(null);
  /** Read by the drawing, which keeps what it knows of the ground when the looks change. */
  const look = useRef(looks);
  const redraw = useRef(() => {});
  useEffect(() => {
    look.current = looks;
    redraw.current();
  }, [looks]);
  useEffect(() => {
    const track = new OverlayTrack();
    const observe = () => track.observe(live.observation.get());
    let scheduled = 0;
    /** Undefined: what is drawn no longer holds. */
    let drawn: Placed | null | undefined;
    const draw = () => {
      cancelAnimationFrame(scheduled);
      scheduled = 0;
      const element = canvas.current;
      if (!element) return;
      const placed = track.at(live.frame.get()?.frame ?? 0);
      // Most frames of a game change nothing here; drawing anyway costs more than the picture itself.
      if (placed && drawn ? samePlace(placed, drawn) : placed === drawn) return;
      drawn = placed;
      const surface = surfaceOf(element);
      const context = surface.getContext('2d');
      if (!context) return;
      const [width, height] = [size.width * factor, size.height * factor];
      if (surface.width !== width || surface.height !== height) Object.assign(surface, { width, height });
      context.clearRect(0, 0, width, height);
      if (!placed) return;
      element.dataset.hold = placed.hold;
      drawOverlay(context, placed, factor, look.current);
    };
    const schedule = () => {
      if (!scheduled) scheduled = requestAnimationFrame(draw);
    };
    redraw.current = () => {
      drawn = undefined;
      schedule();
    };
    const stops = [
      live.observation.subscribe(observe),
      live.observation.subscribe(schedule),
      // In the same refresh as the picture below it.
      live.frame.subscribe(draw),
    ];
    observe();
    schedule();
    return () => {
      for (const stop of stops) stop();
      cancelAnimationFrame(scheduled);
    };
  }, [live, factor, size]);
  return <canvas ref={canvas} className={classes.overlay} aria-hidden data-testid="overlay" />;
};

interface Props {
  overlay: boolean;
  looks: Looks;
  dimmed: boolean;
}

/** The live picture, as large as whole pixels allow in the space around it. */
export const Picture = ({ overlay, looks, dimmed }: Props) => {
  const { live } = useEngine();
  const space = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size>(gameBoy);
  const fit = fitPicture(space, size, useDevicePixelRatio());
  const waiting = useStorePart(live.frame, (frame) => frame === null);
  useFrames(canvas, setSize);
  return (
    <div ref={space.ref} className={classes.space}>
      <div
        className={classes.picture}
        data-dimmed={dimmed || undefined}
        data-factor={fit.factor}
        style={{ width: fit.width, height: fit.height }}
      >
        <canvas
          ref={canvas}
          className={classes.frame}
          role="img"
          aria-label={texts.picture.label}
          data-testid="picture"
        />
        {overlay && <Overlay factor={fit.factor} size={size} looks={looks} />}
        {waiting && <p className={classes.waiting}>{texts.picture.waiting}</p>}
      </div>
    </div>
  );
};
