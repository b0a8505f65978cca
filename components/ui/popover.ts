'use client';

import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { placed } from './placement';

type Place = RefObject<HTMLElement | null>;

/** While open: closes when the pointer goes down, or the focus goes, outside. */
export function useDismiss(root: Place, open: boolean, onDismiss: () => void): void {
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) onDismiss();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [root, open, onDismiss]);
}

/** Shows the popover above everything, beside its button; closes it when the page moves under it. */
export function usePlacement(
  button: Place,
  popover: Place,
  open: boolean,
  align: 'start' | 'end',
  onMoved: () => void,
): void {
  useLayoutEffect(() => {
    const element = popover.current;
    if (!open || !element || !button.current) return;
    element.showPopover();
    element.style.minWidth = `${button.current.offsetWidth}px`;
    const size = { width: element.offsetWidth, height: element.scrollHeight + 2 };
    const view = { width: window.innerWidth, height: window.innerHeight };
    const place = placed(button.current.getBoundingClientRect(), size, view, align);
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
    element.style.maxHeight = `${place.maxHeight}px`;
    const moved = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) onMoved();
    };
    window.addEventListener('resize', onMoved);
    document.addEventListener('scroll', moved, true);
    return () => {
      window.removeEventListener('resize', onMoved);
      document.removeEventListener('scroll', moved, true);
    };
  }, [button, popover, open, align, onMoved]);
}
