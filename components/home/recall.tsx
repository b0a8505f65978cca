import type { RecallView } from '../../lib/views';
import { Link } from '../ui/link';
import { HomeSection } from './home-section';

export function Recall({ recall }: { recall: RecallView }) {
  return (
    <HomeSection title="Five-second recall">
      <p className="mb-2 text-[0.9375rem]">{recall.sentence}</p>
      <Link href={recall.href} className="text-link underline underline-offset-2">
        {recall.label}
      </Link>
    </HomeSection>
  );
}
