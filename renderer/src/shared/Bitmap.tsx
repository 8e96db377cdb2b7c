import { useEffect, useRef } from 'react';

/**
 * A picture that was fetched, at its own size in pixels; style sheets say how large it is shown. What it shows
 * stands beside it in words, so it is silent.
 */
export const Bitmap = ({ picture, className }: { picture: ImageBitmap; className: string | undefined }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Drawn rather than shown as an image: the window's policy allows no images but its own files.
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <canvas ref={canvas} width={picture.width} height={picture.height} className={className} aria-hidden />
  );
};
