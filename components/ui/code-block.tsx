import { CopyButton } from './copy-button';

/** Text to read, select and copy. */
export function CodeBlock({ code, what, tall = false }: { code: string; what: string; tall?: boolean }) {
  return (
    <figure className="relative m-0 rounded-lg border border-rule bg-paper" aria-label={what}>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long block scrolls, and scrolling must work by keyboard
        tabIndex={0}
        className={`relative overflow-auto whitespace-pre-wrap break-words py-2 pr-10 pl-2.5 font-mono leading-[1.45] ${tall ? 'max-h-[60dvh]' : 'max-h-80'}`}
      >
        {code}
      </pre>
      <span className="absolute top-1 right-1">
        <CopyButton text={code} what={what} />
      </span>
    </figure>
  );
}
