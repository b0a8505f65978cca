export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 4;
const MARGIN_PX = 8;

/** Where a popover stands beside its button: below if it fits or has more room there, and always inside the window. */
export function placed(
  button: Box,
  popover: Size,
  window: Size,
  align: 'start' | 'end',
): { readonly left: number; readonly top: number; readonly maxHeight: number } {
  const below = window.height - button.top - button.height - GAP_PX - MARGIN_PX;
  const above = button.top - GAP_PX - MARGIN_PX;
  const goesBelow = popover.height <= below || below >= above;
  const maxHeight = goesBelow ? below : above;
  const height = Math.min(popover.height, maxHeight);
  const wanted = align === 'start' ? button.left : button.left + button.width - popover.width;
  const most = window.width - popover.width - MARGIN_PX;
  return {
    left: Math.max(MARGIN_PX, Math.min(wanted, most)),
    top: goesBelow ? button.top + button.height + GAP_PX : button.top - GAP_PX - height,
    maxHeight,
  };
}
