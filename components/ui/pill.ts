/** A fact in a frame, which a menu or a button wears: the Region, the lab's clock. */
export const pillShape =
  'inline-flex items-center gap-[7px] whitespace-nowrap rounded-full border border-rule bg-paper px-[11px] py-[3px]';
