'use client';

import 'uplot/dist/uPlot.min.css';
import { useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Table } from '../ui/table';
import { type Chart, type CurveLine, chartWords, tableRows } from './curve-lines';
import { useCurves } from './use-curves';

/** A chart with its legend, and the same figures as a table. */
export function Curves({ chart }: { chart: Chart }) {
  const [asTable, setAsTable] = useState(false);
  const columns = [{ id: 'at', label: 'Lab time' }, ...chart.lines.map(({ id, label }) => ({ id, label }))];
  return (
    <figure aria-label={`${chart.title}, ${chart.unit}`} className="m-0 grid min-w-0 content-start gap-1">
      <figcaption className="flex flex-wrap items-center gap-x-2">
        <h4 className="flex-1 text-sm">
          {chart.title} <span className="font-normal text-ink-2">{chart.unit}</span>
        </h4>
        <Button look="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show the curves' : 'Show the table'}
        </Button>
      </figcaption>
      {asTable ? (
        <div className="max-h-[240px] overflow-y-auto">
          <Table
            caption={`${chart.title}, ${chart.unit}`}
            columns={columns}
            rows={tableRows(chart).map(({ at, cells }) => ({
              id: at,
              cells: Object.fromEntries([['at', at], ...chart.lines.map(({ id }, i) => [id, cells[i]])]),
            }))}
          />
        </div>
      ) : (
        <Drawn chart={chart} />
      )}
    </figure>
  );
}

function Drawn({ chart }: { chart: Chart }) {
  const host = useRef<HTMLDivElement>(null);
  useCurves(host, chart);
  return (
    <>
      <div
        role="img"
        aria-label={chartWords(chart)}
        className="min-h-[190px] min-w-0 overflow-hidden"
        ref={host}
      />
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 text-xs" aria-label="Legend">
        {chart.lines.map((line) => (
          <li key={line.id} className="flex items-center gap-1.5">
            <LineSample line={line} />
            {line.label}
          </li>
        ))}
      </ul>
    </>
  );
}

function LineSample({ line }: { line: CurveLine }) {
  return (
    <svg width="30" height="8" aria-hidden="true">
      <line
        x1="0"
        y1="4"
        x2="30"
        y2="4"
        stroke={`var(${line.token})`}
        strokeWidth={line.width}
        strokeDasharray={line.dash.join(' ') || undefined}
      />
    </svg>
  );
}
