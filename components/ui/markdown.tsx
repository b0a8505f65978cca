import type { ReactNode } from 'react';
import { cx } from './class-names';
import { Link } from './link';
import { type MarkdownBlock, type MarkdownSpan, parseMarkdown, parseSpans } from './markdown-parse';

/** Content text. No HTML ever passes: the parser knows none. */
export function Markdown({ text, className }: { text: string; className?: string }) {
  return (
    <div className={cx('grid gap-2.5 text-pretty', className)}>
      {parseMarkdown(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: text does not change its order
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

/** One line of content text, inside a label or a button's neighbour. */
export function MarkdownLine({ text }: { text: string }) {
  return <>{renderSpans(parseSpans(text))}</>;
}

function Block({ block }: { block: MarkdownBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h3 className="mt-1 text-base text-ink">{renderSpans(block.spans)}</h3>;
    case 'paragraph':
      return <p>{renderSpans(block.spans)}</p>;
    case 'code':
      return (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long block scrolls, and scrolling must work by keyboard
          tabIndex={0}
          className="relative overflow-x-auto rounded-lg border border-rule bg-paper px-2.5 py-2 font-mono text-ink"
        >
          {block.text}
        </pre>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={cx('grid gap-1 pl-5', block.ordered ? 'list-decimal' : 'list-disc')}>
          {block.items.map((spans, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: text does not change its order
            <li key={index}>{renderSpans(spans)}</li>
          ))}
        </List>
      );
    }
  }
}

function renderSpans(spans: readonly MarkdownSpan[]): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: text does not change its order
  return spans.map((span, index) => <Span key={index} span={span} />);
}

function Span({ span }: { span: MarkdownSpan }): ReactNode {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'code':
      return <code className="break-words font-mono text-ink">{span.text}</code>;
    case 'strong':
      return <strong className="font-semibold text-ink">{renderSpans(span.spans)}</strong>;
    case 'emphasis':
      return <em>{renderSpans(span.spans)}</em>;
    case 'link':
      return (
        <Link href={span.href} className="text-link underline underline-offset-2">
          {renderSpans(span.spans)}
        </Link>
      );
  }
}
