import { Link } from '../ui/link';

/** Stands in the console of an empty sandbox: what to type first, and the worlds that are there already. */
export function Beginnings({
  presets,
}: {
  presets: readonly { readonly id: string; readonly title: string; readonly setup: readonly string[] }[];
}) {
  const made = presets.filter(({ setup }) => setup.length > 0);
  return (
    <nav aria-label="Ways to begin" className="grid gap-1.5 text-ink-3 text-sm">
      <p>
        A shell with the aws command, and an account with nothing in it. Try <code>aws kms create-key</code>,
        or begin in a world that is there already:
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {made.map(({ id, title }) => (
          <li key={id}>
            <Link href={`/sandbox/?preset=${id}`} className="text-link underline underline-offset-2">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
