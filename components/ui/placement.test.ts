import { describe, expect, it } from 'vitest';
import { placed } from './placement';

const window = { width: 390, height: 800 };
const menu = { width: 200, height: 120 };

describe('where a popover stands', () => {
  it('hangs below its button, along the side it is told', () => {
    const button = { left: 150, top: 10, width: 80, height: 30 };
    expect(placed(button, menu, window, 'start')).toEqual({ left: 150, top: 44, maxHeight: 748 });
    expect(placed(button, menu, window, 'end')).toEqual({ left: 30, top: 44, maxHeight: 748 });
  });

  it('stands above a button at the foot of the window', () => {
    const button = { left: 10, top: 760, width: 80, height: 30 };
    expect(placed(button, menu, window, 'start')).toEqual({ left: 10, top: 636, maxHeight: 748 });
  });

  it('never leaves the window', () => {
    const right = { left: 370, top: 10, width: 20, height: 20 };
    const left = { left: 0, top: 10, width: 20, height: 20 };
    expect(placed(right, menu, window, 'start').left).toBe(182);
    expect(placed(left, menu, window, 'end').left).toBe(8);
    const tall = placed(
      { left: 0, top: 300, width: 20, height: 20 },
      { width: 100, height: 2000 },
      window,
      'start',
    );
    expect([tall.top, tall.top + tall.maxHeight]).toEqual([324, 792]);
  });
});
