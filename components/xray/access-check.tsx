import type { AccessCheckView, AccessLayerView, PolicyExcerptView } from '../../lib/views';
import { CodeLines, type LineTone } from '../ui/code-lines';
import { Disclosure } from '../ui/disclosure';
import { MarkdownLine } from '../ui/markdown';
import { type MarkVerdict, VerdictMark } from '../ui/verdict-mark';

/** One (action, resource) that had to be allowed, layer by layer. */
export function AccessCheck({ check }: { check: AccessCheckView }) {
  return (
    <section aria-label={`${check.action}, ${check.verdict}`} className="grid grid-cols-1 gap-1.5">
      <p className="break-words text-xs">
        <code className="font-mono font-semibold">{check.action}</code>{' '}
        <span className="text-ink-2">on {check.resource}</span>
      </p>
      <Layers layers={check.layers} refused={check.verdict === 'refused'} />
    </section>
  );
}

/** What each layer of policies said, in the order AWS asks them. */
export function Layers({ layers, refused }: { layers: readonly AccessLayerView[]; refused: boolean }) {
  return (
    <ol className="grid grid-cols-1 gap-1.5">
      {layers.map((layer) => (
        <li key={layer.layer}>
          <Layer layer={layer} open={layer.deciding && refused} />
        </li>
      ))}
    </ol>
  );
}

const marks: Readonly<Record<AccessLayerView['says'], MarkVerdict>> = {
  allows: 'allowed',
  denies: 'refused',
  depends: 'waiting',
  'is silent': 'silent',
  'not consulted': 'not reached',
};

const words: Readonly<Record<AccessLayerView['says'], string>> = {
  allows: 'yes',
  denies: 'denies',
  depends: 'depends',
  'is silent': 'no yes here',
  'not consulted': 'not asked',
};

/** Open where it refused; elsewhere closed until asked for. */
function Layer({ layer, open }: { layer: AccessLayerView; open: boolean }) {
  const summary = (
    <span className="flex min-w-0 flex-1 items-start gap-2">
      <span className="mt-0.5">
        <VerdictMark verdict={marks[layer.says]} size={14} />
      </span>
      <span className="min-w-0 flex-1">
        <span className={layer.deciding ? 'font-semibold text-ink' : undefined}>
          {layer.layer}: {words[layer.says]}
        </span>
        <span className="block text-ink-2 text-xs">
          <MarkdownLine text={layer.because} />
        </span>
      </span>
    </span>
  );
  if (!layer.statement && layer.nearMisses.length === 0) {
    return <div className="pl-[18px] text-ink-2 text-sm">{summary}</div>;
  }
  return (
    <Disclosure summary={summary} open={open}>
      <div className="grid grid-cols-1 gap-2 pl-[18px]">
        {layer.statement ? <Excerpt excerpt={layer.statement} /> : null}
        {layer.nearMisses.length > 0 ? (
          <div className="text-xs">
            <p className="text-ink-3">{layer.says === 'depends' ? 'Would say yes, if' : 'Came near, but'}</p>
            <ul className="grid grid-cols-1 gap-1">
              {layer.nearMisses.map((miss) => (
                <li key={miss.statement} className="grid grid-cols-1 gap-1 break-words text-ink-2">
                  <span>
                    <span className="font-semibold text-ink">{miss.statement}</span>:{' '}
                    <MarkdownLine text={miss.missed} />
                  </span>
                  {miss.excerpt ? <Lines excerpt={miss.excerpt} /> : null}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Disclosure>
  );
}

const tones: Readonly<Record<PolicyExcerptView['effect'], LineTone>> = {
  allows: 'allowed',
  denies: 'refused',
  'is silent': 'refused',
};

function Excerpt({ excerpt }: { excerpt: PolicyExcerptView }) {
  return (
    <div className="grid grid-cols-1 gap-1">
      <p className="text-ink-3 text-xs">{excerpt.source}</p>
      <Lines excerpt={excerpt} />
    </div>
  );
}

function Lines({ excerpt }: { excerpt: PolicyExcerptView }) {
  return (
    <CodeLines
      label={excerpt.source}
      lines={excerpt.lines}
      marked={excerpt.marked}
      tone={tones[excerpt.effect]}
    />
  );
}
