/** In place of a question that is not known yet. */
export function BlankQuestion() {
  return (
    <div className="@container">
      <p role="status" className="sr-only">
        Opening the questions…
      </p>
      <div aria-hidden="true" className="@3xl:max-w-[calc(100%-460px)]">
        <div className="mb-5 flex h-6 items-center gap-3">
          <span className="h-3 w-20 rounded bg-rule/60" />
          <span className="h-[5px] flex-1 rounded-[3px] bg-rule-strong/60" />
        </div>
        <div className="mb-4 grid gap-2.5">
          <span className="h-4 rounded bg-rule/60" />
          <span className="h-4 rounded bg-rule/60" />
          <span className="h-4 w-3/5 rounded bg-rule/60" />
        </div>
        <Blanks count={4} />
      </div>
    </div>
  );
}

/** Options to come. */
export function Blanks({ count }: { count: number }) {
  return (
    <ul aria-hidden="true" className="grid gap-[9px]">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <li key={index} className="rounded-[10px] border border-rule-strong bg-sheet px-3.5 py-[11px]">
          <span className="block h-4 w-2/3 rounded bg-rule/60" />
        </li>
      ))}
    </ul>
  );
}
