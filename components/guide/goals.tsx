import type { GoalView } from '../../lib/views';
import { cx } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { LiveRegion } from '../ui/live-region';
import { MarkdownLine } from '../ui/markdown';

const words = { done: 'done', open: 'not yet', broken: 'can no longer be met' } as const;
const boxes = {
  done: 'border-allow bg-allow text-sheet',
  open: 'border-edge',
  broken: 'border-deny bg-deny text-sheet',
} as const;

/** What counts as done here, and for what is not done yet: because. */
export function Goals({ goals }: { goals: readonly GoalView[] }) {
  const done = goals.filter((goal) => goal.state === 'done').length;
  return (
    <section aria-label="Goals">
      <ul className="grid gap-[7px]">
        {goals.map((goal) => (
          <li key={goal.id} className={cx('flex gap-[9px]', goal.state === 'done' && 'text-ink-2')}>
            <span
              className={cx(
                'mt-0.5 grid size-[17px] shrink-0 place-items-center rounded-[5px] border-[1.5px]',
                boxes[goal.state],
              )}
            >
              {goal.state === 'done' ? <Icon name="check" size={13} /> : null}
              {goal.state === 'broken' ? <Icon name="close" size={12} /> : null}
            </span>
            <span className="min-w-0">
              <MarkdownLine text={goal.text} />
              <span className="sr-only">, {words[goal.state]}</span>
              {goal.because ? (
                <span className={cx('block text-sm', goal.state === 'broken' ? 'text-deny' : 'text-ink-2')}>
                  <MarkdownLine text={goal.because} />
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <LiveRegion message={`${done} of ${goals.length} goals done.`} />
    </section>
  );
}
