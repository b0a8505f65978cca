'use client';

import type { InspectorView, KeyDetailView } from '../../lib/views';
import { CodeBlock } from '../ui/code-block';
import { Icon } from '../ui/icon';
import { KeyValue } from '../ui/key-value';
import { Menu } from '../ui/menu';
import { pillShape } from '../ui/pill';
import { Seal } from '../ui/seal';
import { Grants, Materials, RequestLines, Section } from './inspector-parts';

export interface InspectorPanelProps {
  view: InspectorView;
  /** Another key, by ARN. */
  onChoose: (arn: string) => void;
  onOpenRequest: (requestId: string) => void;
}

/** One KMS key with everything its owner may see. Never key material. */
export function InspectorPanel({ view, onChoose, onOpenRequest }: InspectorPanelProps) {
  const { key } = view;
  if (view.choices.length === 0) return <p className="p-[18px] text-ink-2">No KMS key exists yet.</p>;
  const items = view.choices.map((choice) => ({
    id: choice.arn,
    label: choice.name,
    detail: choice.region,
    chosen: choice.arn === key?.arn,
  }));
  return (
    <div className="grid content-start gap-4 px-[18px] py-3.5">
      <Menu
        label={key ? `Key: ${key.name} in ${key.region}. Choose another` : 'Choose a key'}
        items={items}
        onPick={onChoose}
        className={`${pillShape} min-w-0 max-w-full`}
      >
        <span className="truncate font-semibold">{key ? key.name : 'Choose a key'}</span>
        {key ? <span className="text-ink-3 text-xs">{key.region}</span> : null}
        <Icon name="down" size={14} />
      </Menu>
      {key ? <Detail detail={key} onOpenRequest={onOpenRequest} /> : null}
    </div>
  );
}

function Detail({
  detail,
  onOpenRequest,
}: {
  detail: KeyDetailView;
  onOpenRequest: (requestId: string) => void;
}) {
  return (
    <>
      <div className="flex items-center gap-2.5">
        {detail.materials[0] ? <Seal seal={detail.materials[0].seal} size={30} /> : null}
        <div className="min-w-0">
          <h3 className="text-base">{detail.keyState}</h3>
          <p className="break-all font-mono text-ink-2 text-xs">{detail.arn}</p>
        </div>
      </div>
      <Section title="DescribeKey">
        <KeyValue facts={detail.facts} />
      </Section>
      <Section title="Key material">
        <Materials materials={detail.materials} />
        <KeyValue facts={detail.rotation} />
      </Section>
      <Section title="Key policy" note={detail.policyNote}>
        <CodeBlock code={detail.policy.join('\n')} what="the key policy" />
      </Section>
      {detail.aliases.length > 0 ? (
        <Section title="Aliases">
          <ul className="text-sm">
            {detail.aliases.map((alias) => (
              <li key={alias}>{alias}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {detail.tags.length > 0 ? (
        <Section title="Tags">
          <KeyValue facts={detail.tags} />
        </Section>
      ) : null}
      {detail.grants.length > 0 ? (
        <Section title="Grants">
          <Grants grants={detail.grants} />
        </Section>
      ) : null}
      <Section title="Last requests">
        <RequestLines requests={detail.requests} onOpenRequest={onOpenRequest} />
      </Section>
    </>
  );
}
