import type { PoolView } from '../../lib/views';
import { cx } from '../ui/class-names';

/** What is left of each pool. An empty one is hatched and says so. */
export function PoolBars({ pools }: { pools: readonly PoolView[] }) {
  return (
    <ul className="grid gap-2">
      {pools.map((pool) => (
        <li key={pool.id} className="grid gap-1 text-sm">
          <span className="flex flex-wrap justify-between gap-x-3">
            <span>{pool.label}</span>
            <span className={pool.full ? 'text-deny' : 'text-ink-2'}>
              {pool.says}
              {pool.full ? ': empty, KMS throttles' : ''}
            </span>
          </span>
          <span aria-hidden="true" className="block h-2 overflow-hidden rounded-[3px] bg-rule">
            <span
              className={cx(
                'block h-full',
                pool.full
                  ? 'bg-[repeating-linear-gradient(135deg,var(--deny)_0_3px,var(--deny-wash)_3px_6px)]'
                  : 'bg-ink-2',
              )}
              style={{ width: `${pool.percent}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
