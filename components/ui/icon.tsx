const paths = {
  back: 'm14 6-6 6 6 6',
  branch: 'M7 4v16M7 14c0-4 10-3 10-8m-3 2 3-3 3 3',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  clock: 'M12 7v5l3.500 2M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17',
  close: 'm6 6 12 12M18 6 6 18',
  compare: 'M8 5 4 9l4 4M4 9h12M16 11l4 4-4 4M20 15H8',
  console: 'm5 8 4 4-4 4M12 17h7',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  down: 'm6 9 6 6 6-6',
  guide: 'M5 5h6a2 2 0 0 1 2 2v12a2 2 0 0 0-2-2H5zM13 7a2 2 0 0 1 2-2h4v12h-4a2 2 0 0 0-2 2',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  map: 'M4 6.500 9 4l6 2.500L20 4v13.500L15 20l-6-2.500L4 20zM9 4v13.500M15 6.500V20',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  moon: 'M19 14.500A7.500 7.500 0 0 1 9.500 5a7.500 7.500 0 1 0 9.500 9.500',
  next: 'm10 6 6 6-6 6',
  pause: 'M9 6v12M15 6v12',
  play: 'M8 5.500v13l10-6.500z',
  screen: 'M4 5h16v11H4zM9 20h6M12 16v4',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12m4.500 10.500L20 20',
  stop: 'M7 7h10v10H7z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 3v1.500M12 19.500V21M3 12h1.500M19.500 12H21M5.600 5.600l1.100 1.100M17.300 17.300l1.100 1.100M18.400 5.600l-1.100 1.100M6.700 17.300l-1.100 1.100',
  up: 'm6 15 6-6 6 6',
  xray: 'M12 3.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4M12 7.5v2.500M12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4M12 14v2.500M12 16.500a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
} as const;

export type IconName = keyof typeof paths;

/** A stroke drawing; always beside or inside something that carries the words. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className="shrink-0"
    >
      <path d={paths[name]} />
    </svg>
  );
}
