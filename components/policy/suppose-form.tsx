'use client';

import { useState } from 'react';
import type { PolicyVocabularyView, SupposedRequest } from '../../lib/views';
import { Button } from '../ui/button';
import { CodeBlock } from '../ui/code-block';
import { Select } from '../ui/select';
import { contextOf, requestCommand } from './request-words';

export interface SupposeFormProps {
  vocabulary: PolicyVocabularyView;
  operations: readonly string[];
  onAsk: (supposed: SupposedRequest) => void;
}

/** A request that nobody has made: what would be if. */
export function SupposeForm({ vocabulary, operations, onAsk }: SupposeFormProps) {
  const { principals, resources } = vocabulary;
  const [principal, setPrincipal] = useState(principals[0]?.arn ?? '');
  const [operation, setOperation] = useState('Decrypt');
  const [chosen, setKey] = useState('');
  const [context, setContext] = useState('');
  const [endpoint, setEndpoint] = useState('');
  const [via, setVia] = useState('');
  const key = resources.some(({ arn }) => arn === chosen) ? chosen : (resources[0]?.arn ?? '');
  const pairs = contextOf(context);
  if (key === '') return <p className="text-ink-2 text-sm">Create a KMS key first: aws kms create-key</p>;
  const supposed: SupposedRequest = {
    principal,
    operation,
    key,
    encryptionContext: pairs && Object.keys(pairs).length > 0 ? pairs : undefined,
    vpcEndpoint: endpoint || undefined,
    via: via || undefined,
  };
  return (
    <form
      aria-label="Suppose a request"
      className="grid grid-cols-1 gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (pairs) onAsk(supposed);
      }}
    >
      <div className="grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] items-end gap-2.5">
        <Select
          label="Principal"
          value={principal}
          options={principals.map(({ arn, label }) => ({ id: arn, label }))}
          onPick={setPrincipal}
        />
        <Select
          label="Operation"
          value={operation}
          options={operations.map((id) => ({ id, label: id }))}
          onPick={setOperation}
        />
        <Select
          label="KMS key"
          value={key}
          options={resources.map(({ arn, label }) => ({ id: arn, label }))}
          onPick={setKey}
        />
        <Field label="Encryption context" hint="tenant=acme" value={context} onChange={setContext} />
        <Field label="VPC endpoint" hint="vpce-…" value={endpoint} onChange={setEndpoint} />
        <Field
          label="On behalf, by service"
          hint="s3.eu-west-1.amazonaws.com"
          value={via}
          onChange={setVia}
        />
      </div>
      {pairs ? null : (
        <p role="alert" className="text-deny text-sm">
          Encryption context: expected pairs like tenant=acme, found “{context}”.
        </p>
      )}
      <CodeBlock code={requestCommand(supposed)} what="the request as a command" />
      <Button type="submit" disabled={!pairs} className="justify-self-start">
        Ask it too
      </Button>
    </form>
  );
}

function Field({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label className="grid grid-cols-1 min-w-0 gap-1 text-sm">
      <span className="text-ink-2">{label}</span>
      <input
        value={value}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value.trimStart())}
        className="h-[30px] min-w-0 rounded-[7px] border border-edge bg-sheet px-2 text-ink placeholder:text-ink-3"
      />
    </label>
  );
}
