import type { GateView, RequestGatesView } from '../../lib/views';
import { cx } from '../ui/class-names';

const marks = { allowed: '✓ ', refused: '✕ ', waiting: '… ', 'not reached': '' } as const;
const words = {
  allowed: 'passed',
  refused: 'refused',
  waiting: 'waiting',
  'not reached': 'not reached',
} as const;

/** One request as a row of gates, and below it the requests it caused. A click opens it in the X-ray. */
export function GateRows({
  request,
  named = false,
  onOpen,
}: {
  request: RequestGatesView;
  /** Show the operation's name; inner requests always do. */
  named?: boolean;
  onOpen?: (requestId: string) => void;
}) {
  return (
    <div className="grid gap-1">
      <GateRow request={request} named={named} onOpen={onOpen} />
      {request.inner.length > 0 ? (
        <div className="ml-1.5 grid gap-1 border-rule border-l-2 pl-2.5">
          {request.inner.map((inner) => (
            <GateRows key={inner.requestId} request={inner} named onOpen={onOpen} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function GateRow({
  request,
  named,
  onOpen,
}: {
  request: RequestGatesView;
  named: boolean;
  onOpen: ((requestId: string) => void) | undefined;
}) {
  const body = (
    <>
      <span className={named ? 'mr-2 font-mono text-ink-2' : 'sr-only'}>
        {request.operation}
        <span className="sr-only">
          {' '}
          in {request.region}, {words[request.verdict]}.
        </span>
      </span>
      {request.gates.map((gate, index) => (
        <Gate key={gate.stage} gate={gate} first={index === 0} last={index === request.gates.length - 1} />
      ))}
    </>
  );
  const look = 'flex w-fit max-w-full flex-wrap items-center gap-y-1 text-left text-xs';
  if (!onOpen) return <div className={look}>{body}</div>;
  return (
    <button
      type="button"
      onClick={() => onOpen(request.requestId)}
      className={cx(look, 'group rounded-md')}
      title="Open in the X-ray"
    >
      {body}
      <span className="sr-only">Open in the X-ray.</span>
    </button>
  );
}

const tones = {
  allowed: 'border-rule bg-paper text-allow',
  waiting: 'border-wait bg-wait-wash text-wait z-1',
  refused: 'border-deny bg-deny-wash font-semibold text-deny z-1',
  'not reached': 'border-rule bg-paper text-ink-3',
} as const;

function Gate({ gate, first, last }: { gate: GateView; first: boolean; last: boolean }) {
  return (
    <span
      className={cx(
        '-mr-px inline-flex items-center border px-[9px] py-0.5 group-hover:border-ink-3',
        tones[gate.verdict],
        first && 'rounded-l-md',
        last && 'rounded-r-md',
      )}
    >
      <span aria-hidden="true" className="whitespace-pre">
        {marks[gate.verdict]}
      </span>
      {gate.stage}
      {gate.note ? `: ${gate.note}` : ''}
      <span className="sr-only"> {words[gate.verdict]}, </span>
    </span>
  );
}
