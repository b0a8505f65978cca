import { Link } from '../components/ui/link';

export default function NotFound() {
  return (
    <main className="mx-auto max-w-[1180px] px-6 py-10">
      <h1 className="text-2xl">There is no page at this address</h1>
      <p className="mt-3 text-ink-2">
        It may have moved. Your progress is kept on this device.{' '}
        <Link href="/" className="text-link underline">
          Go to the start
        </Link>
      </p>
    </main>
  );
}
