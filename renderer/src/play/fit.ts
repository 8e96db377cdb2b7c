export interface Size {
  width: number;
  height: number;
}

export interface Fit {
  /** Screen pixels for one pixel of the game: always a whole number, or pixels come out unequal. */
  factor: number;
  /** CSS pixels. */
  width: number;
  height: number;
}

/** The largest whole-number scale at which a picture fits a space given in CSS pixels; at least 1. */
export const fitPicture = (space: Size, picture: Size, devicePixelRatio: number): Fit => {
  const across = (space.width * devicePixelRatio) / picture.width;
  const down = (space.height * devicePixelRatio) / picture.height;
  const factor = Math.max(1, Math.floor(Math.min(across, down)));
  return {
    factor,
    width: (picture.width * factor) / devicePixelRatio,
    height: (picture.height * factor) / devicePixelRatio,
  };
};
