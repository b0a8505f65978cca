import type { ReactNode } from 'react';
import type { VerdictView, XrayStageView, XrayView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { VerdictMark } from '../ui/verdict-mark';
import { AccessCheck } from './access-check';
import { stageRows } from './stage-rows';

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
      {stageRows(view.stages).map((row) =>
        row.kind === 'stage' ? (
          <Row key={row.stage.stage} verdict={row.stage.verdict}>
            <Stage stage={row.stage} />
          </Row>
        ) : (
          <Row key={row.names.join()} verdict="not reached">
            <h4 className="font-semibold text-ink-3 text-sm">{capital(row.names.join(', '))}</h4>
            <p className="text-ink-3 text-sm">not reached</p>
          </Row>
        ),
      )}
    </ol>
  );
}

function Row({ verdict, children }: { verdict: VerdictView; children: ReactNode }) {
  return (
    <li className="group/stage relative grid grid-cols-[24px_minmax(0,1fr)] gap-2.5 pb-[13px] last:pb-0">
      <span
        aria-hidden="true"
        className="absolute top-5 bottom-0 left-[9.5px] w-px bg-rule-strong group-last/stage:hidden"
      />
      <span className="relative">
        <VerdictMark verdict={verdict} />
      </span>
      <div className="min-w-0">{children}</div>
    </li>
  );
}

function Stage({ stage }: { stage: XrayStageView }) {
  return (
    <>
      <h4
        className={cx('font-semibold text-sm', stage.deciding && stage.verdict === 'refused' && 'text-deny')}
      >
        {capital(stage.stage)}
        <span className="sr-only">, {words[stage.verdict]}</span>
      </h4>
      <p className={cx('mt-px break-words text-sm', stage.deciding ? 'text-ink' : 'text-ink-2')}>
        {stage.saw}
      </p>
      {stage.labKnows ? (
        <p className="mt-1 border-edge border-l-2 border-dotted pl-2 text-ink-2 text-sm">
          <span className="font-semibold">The lab knows more:</span> {stage.labKnows}
        </p>
      ) : null}
      {stage.checks && stage.checks.length > 0 ? (
        <div className="mt-2 grid grid-cols-1 gap-3">
          {stage.checks.map((check) => (
            <AccessCheck key={`${check.action} ${check.resource}`} check={check} />
          ))}
        </div>
      ) : null}
    </>
  );
}

/** `key state` reads `Key state`; `HSM` stays. */
function capital(stage: string): string {
  return stage.charAt(0).toUpperCase() + stage.slice(1);
}
