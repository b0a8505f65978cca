import { cx } from './class-names';

export interface ProgressStepView {
  readonly title: string;
  readonly state: 'done' | 'now' | 'ahead';
}

const tones = { done: 'bg-allow', now: 'bg-ink', ahead: 'bg-rule-strong/60' } as const;
const words = { done: 'done', now: 'you are here', ahead: 'not yet' } as const;

/** Where one stands in a row of steps. */
export function ProgressSteps({ label, steps }: { label: string; steps: readonly ProgressStepView[] }) {
  return (
    <ol aria-label={label} className="flex gap-1">
      {steps.map((step, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          key={index}
          aria-current={step.state === 'now' ? 'step' : undefined}
          className={cx('h-[5px] flex-1 rounded-[3px]', tones[step.state])}
        >
          <span className="sr-only">
            {step.title}, {words[step.state]}
          </span>
        </li>
      ))}
    </ol>
  );
}
