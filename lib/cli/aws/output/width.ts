/**
 * Code points that take two columns of a terminal by the Unicode property East Asian Width (wide,
 * fullwidth, and the ambiguous ones, as the CLI counts them): the scripts a table is likely to hold.
 */
const DOUBLE = `a1 a4 a7-a8 aa ad-ae b0-b4 b6-ba bc-bf c6 d0 d7-d8 de-e1 e6 e8-ea ec-ed f0 f2-f3 f7-fa fc fe
101 111 113 11b 126-127 12b 131-133 138 13f-142 144 148-14b 14d 152-153 166-167 16b 2c7 2c9-2cb 2d8-2db 2dd
300-36f 391-3a9 3b1-3c1 3c3-3c9 401 410-44f 451 1100-115f 2010 2013-2016 2018-2019 201c-201d 2020-2022
2024-2027 2030 2032-2033 2035 203b 203e 20ac 2103 2116 2121-2122 2126 212b 2153-2154 2160-216b 2170-2179
2190-2199 21d2 21d4 2200 2202-2203 2207-2208 220b 220f 2211 221a 221d-2220 2227-222c 2234-2237 2248 2260-2261
2264-2267 2282-2283 2295 22a5 2460-24e9 2500-254b 2550-2573 2580-258f 25a0-25a1 25b2-25b3 25b6-25b7 25bc-25bd
25c6-25c8 25cb 25ce-25d1 2605-2606 260e-260f 2614-2615 2640 2642 2660-2661 2663-2665 2705 270a-270b 2728 274c
2753-2755 2757 2795-2797 2b50 2e80-303e 3041-4dbf 4e00-a4c6 a960-a97c ac00-d7a3 e000-fad9 fe30-fe6b ff01-ff60
ffe0-ffe6 fffd 1f004 1f0cf 1f18e 1f191-1f19a 1f200-1f320 1f32d-1f335 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca
1f3cf-1f3d3 1f3e0-1f3f0 1f3f8-1f43e 1f440 1f442-1f4fc 1f4ff-1f53d 1f550-1f567 1f595-1f596 1f5fb-1f64f
1f680-1f6c5 1f6d0-1f6d2 1f6eb-1f6ec 1f6f4-1f6fc 1f7e0-1f7f0 1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1faf6
20000-2fa1d`;

const RANGES: readonly (readonly [number, number])[] = DOUBLE.split(/\s+/).map((range) => {
  const [from, to] = range.split('-').map((digits) => Number.parseInt(digits, 16));
  return [from as number, to ?? (from as number)];
});

/** Columns a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += isDouble(character.codePointAt(0) as number) ? 2 : 1;
  return columns;
}

function isDouble(code: number): boolean {
  return code > 0xa0 && RANGES.some(([from, to]) => code >= from && code <= to);
}
