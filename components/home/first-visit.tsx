import type { FirstStepView } from '../../lib/views';
import { Link } from '../ui/link';

/** What the first quarter of an hour looks like. */
export function FirstVisit({ steps }: { steps: readonly FirstStepView[] }) {
  return (
    <section aria-labelledby="first-visit" className="mb-10">
      <h2 id="first-visit" className="mb-3 text-[1.0625rem]">
        New here?
      </h2>
      <ol className="grid gap-4 min-[700px]:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step.title} className="border-rule-strong border-t-2 pt-2.5">
            <p className="text-ink-3 text-xs">
              Step {index + 1}, {step.minutes}
            </p>
            <h3 className="text-base">
              {step.href ? (
                <Link href={step.href} className="text-link underline underline-offset-2">
                  {step.title}
                </Link>
              ) : (
                step.title
              )}
            </h3>
            <p className="mt-1 text-ink-2">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
