'use client';

import { useEffect, useState } from 'react';
import { type KindView, Playbook } from '../../components/playbook/playbook';
import type { RowView } from '../../components/playbook/playbook-row';
import type { Search } from '../../lib/store';

/** The playbook with its search, which is loaded at the first letter. */
export function PlaybookPlace({ kinds, rows }: { kinds: readonly KindView[]; rows: readonly RowView[] }) {
  const [query, setQuery] = useState('');
  const [search, setSearch] = useState<{ readonly find: Search }>();
  const isAsked = query.trim() !== '';
  useEffect(() => {
    if (!isAsked || search) return;
    let isCurrent = true;
    import('../../lib/store')
      .then(({ searchAnywhere }) => searchAnywhere())
      .then(
        (find) => isCurrent && setSearch({ find }),
        () => isCurrent && setSearch({ find: plainly(rows) }),
      );
    return () => {
      isCurrent = false;
    };
  }, [isAsked, search, rows]);
  const found = isAsked && search ? rowsIn(search.find(query)) : undefined;
  return <Playbook kinds={kinds} rows={rows} query={query} found={found} onQuery={setQuery} />;
}

const ROW = 'row-';

function rowsIn(found: ReturnType<Search>): readonly string[] {
  return found.flatMap(({ id }) => (id.startsWith(ROW) ? [id.slice(ROW.length)] : []));
}

/** Where the index cannot be loaded, rows are still found by what stands in them. */
function plainly(rows: readonly RowView[]): Search {
  return (query) => {
    const wanted = query.toLowerCase();
    return rows
      .filter(({ title, answer }) => `${title} ${answer}`.toLowerCase().includes(wanted))
      .map(({ id, kind, title, answer }) => ({ id: ROW + id, kind, title, short: answer, href: '' }));
  };
}
