import type { VerdictView, XrayStageView, XrayView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { VerdictMark } from '../ui/verdict-mark';
import { AccessCheck } from './access-check';

const words: Readonly<Record<VerdictView, string>> = {
  allowed: 'passed',
  refused: 'refused here',
  waiting: 'waiting',
  'not reached': 'not reached',
};

/** The pipeline, top to bottom. */
export function Stages({ view }: { view: XrayView }) {
  return (
    <ol aria-label={`Stages of ${view.operation}`}>
      {view.stages.map((stage) => (
        <Stage key={stage.stage} stage={stage} />
      ))}
    </ol>
  );
}

function Stage({ stage }: { stage: XrayStageView }) {
  const reached = stage.verdict !== 'not reached';
  return (
    <li className="group/stage relative grid grid-cols-[24px_minmax(0,1fr)] gap-2.5 pb-[13px] last:pb-0">
      <span
        aria-hidden="true"
        className="absolute top-5 bottom-0 left-[9.500px] w-px bg-rule-strong group-last/stage:hidden"
      />
      <span className="relative">
        <VerdictMark verdict={stage.verdict} />
      </span>
      <div className="min-w-0">
        <h4 className={cx('text-sm', reached ? 'text-ink' : 'text-ink-3', stage.deciding && 'text-deny')}>
          {capital(stage.stage)}
          <span className="sr-only">, {words[stage.verdict]}</span>
        </h4>
        <p
          className={cx(
            'mt-px break-words text-sm',
            stage.deciding ? 'text-ink' : reached ? 'text-ink-2' : 'text-ink-3',
          )}
        >
          {reached ? stage.saw : <span aria-hidden="true">not reached</span>}
        </p>
        {stage.labKnows ? (
          <p className="mt-1 border-edge border-l-2 border-dotted pl-2 text-ink-2 text-sm">
            <span className="font-semibold">The lab knows more:</span> {stage.labKnows}
          </p>
        ) : null}
        {stage.checks && stage.checks.length > 0 ? (
          <div className="mt-2 grid gap-3">
            {stage.checks.map((check) => (
              <AccessCheck key={`${check.action} ${check.resource}`} check={check} />
            ))}
          </div>
        ) : null}
      </div>
    </li>
  );
}

/** `key state` reads `Key state`; `HSM` stays. */
function capital(stage: string): string {
  return stage.charAt(0).toUpperCase() + stage.slice(1);
}
