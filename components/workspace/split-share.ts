const LEAST = 15;
const MOST = 85;
const STEP = 4;

const within = (percent: number) => Math.round(Math.max(LEAST, Math.min(MOST, percent)));

/** How a key moves the divider; percent of the height over it. Undefined when it moves nothing. */
export function splitMoved(key: string, percent: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return within(percent - STEP);
    case 'ArrowDown':
      return within(percent + STEP);
    case 'Home':
      return LEAST;
    case 'End':
      return MOST;
    default:
      return undefined;
  }
}

/** The divider under a pointer. */
export function splitAt(y: number, top: number, height: number): number {
  return height <= 0 ? 50 : within(((y - top) / height) * 100);
}

export const splitBounds = { least: LEAST, most: MOST } as const;
