import { glyphPaths, keyhole } from './glyph-paths';

/** The product's own seal, in ink. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="shrink-0 text-ink">
      <path d={glyphPaths.hex} fill="currentColor" />
      <path d={keyhole} fill="var(--sheet)" />
    </svg>
  );
}
