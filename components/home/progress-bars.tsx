import type { ProgressBarsView } from '../../lib/views';
import { Bar } from '../ui/bar';
import { Link } from '../ui/link';
import { HomeSection } from './home-section';

export function ProgressBars({ view: { title, bars } }: { view: ProgressBarsView }) {
  return (
    <HomeSection title={title}>
      <ul className="grid gap-1">
        {bars.map((bar) => (
          <li key={bar.title}>
            {bar.href ? (
              <Link href={bar.href} className="block rounded-[4px] py-1 hover:bg-rule/30">
                <Bar {...bar} />
              </Link>
            ) : (
              <Bar {...bar} />
            )}
          </li>
        ))}
      </ul>
    </HomeSection>
  );
}
