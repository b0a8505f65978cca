/** A share of a whole; its words say it too. */
export function Bar({ title, words, percent }: { title: string; words: string; percent: number }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-2.5 gap-y-1 text-ink-2 text-sm">
      <span>{title}</span>
      <span>{words}</span>
      <span aria-hidden="true" className="col-span-2 h-1.5 overflow-hidden rounded-[3px] bg-rule-strong/60">
        <span className="block h-full bg-ink" style={{ width: `${percent}%` }} />
      </span>
    </span>
  );
}
