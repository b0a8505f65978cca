import type { CaptionView, StoreShelfView } from '../../lib/views';
import { LabKnows } from '../ui/lab-knows';
import { SealTag } from '../ui/seal';
import { Envelope } from './envelope';

const DRAWN = 12;

/** A table or bucket: a handful of its envelopes stand for all. */
export function StoreShelf({ shelf }: { shelf: StoreShelfView }) {
  const more = shelf.envelopes.length - DRAWN;
  return (
    <div>
      <div className="mb-[7px] flex flex-wrap justify-between gap-x-3 text-ink-3 text-xs">
        <h4 className="min-w-0 break-words">{shelf.title}</h4>
        <span className="whitespace-nowrap">{shelf.count}</span>
      </div>
      {shelf.envelopes.length > 0 ? (
        <ul className="grid grid-cols-[repeat(6,minmax(0,52px))] gap-2">
          {shelf.envelopes.slice(0, DRAWN).map((envelope) => (
            <li key={envelope.id}>
              <Envelope envelope={envelope} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-3 text-sm">Empty</p>
      )}
      {more > 0 || shelf.sample ? (
        <p className="mt-1 text-ink-3 text-xs">
          {more > 0 ? `and ${more} more. ` : ''}
          {shelf.sample}
        </p>
      ) : null}
      {shelf.caption ? <Caption caption={shelf.caption} /> : null}
    </div>
  );
}

const tones = { allowed: 'text-allow', refused: 'text-deny', waiting: 'text-wait' } as const;

function Caption({ caption }: { caption: CaptionView }) {
  return (
    <p className="mt-2 text-ink-2 text-sm">
      {caption.strong ? (
        <strong className={`font-semibold ${caption.verdict ? tones[caption.verdict] : 'text-ink'}`}>
          {caption.strong}{' '}
        </strong>
      ) : null}
      {caption.text}
      {caption.seal ? (
        <>
          {' '}
          <SealTag seal={caption.seal} />
        </>
      ) : null}
      {caption.labKnows ? (
        <>
          {' '}
          <LabKnows />
        </>
      ) : null}
    </p>
  );
}
