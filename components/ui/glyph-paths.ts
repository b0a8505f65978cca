import type { SealGlyph } from '../../lib/views';

/** Outlines in a 24 by 24 box, each with its own silhouette at 12 px. */
export const glyphPaths: Readonly<Record<SealGlyph, string>> = {
  hex: 'M12 1.800 21 7v10l-9 5.200L3 17V7z',
  disc: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z',
  diamond: 'M12 .8 23.200 12 12 23.200.8 12z',
  shield: 'M12 1.500 21.500 4.800v7c0 5.300-3.700 8.800-9.500 11-5.800-2.200-9.500-5.700-9.500-11v-7z',
  square:
    'M5.500 3h13A2.500 2.500 0 0 1 21 5.500v13a2.500 2.500 0 0 1-2.500 2.500h-13A2.500 2.500 0 0 1 3 18.500v-13A2.500 2.500 0 0 1 5.500 3z',
  clover: 'M7 7a5 5 0 0 1 10 0 5 5 0 0 1 0 10 5 5 0 0 1-10 0A5 5 0 0 1 7 7z',
};

export const keyhole = 'M12 7.400a2.600 2.600 0 0 1 1.200 4.900V16h-2.400v-3.700A2.600 2.600 0 0 1 12 7.400z';
