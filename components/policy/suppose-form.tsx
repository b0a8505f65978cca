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

/** What the form holds, as it was typed. */
interface Typed {
  readonly principal: string;
  readonly operation: string;
  readonly key: string;
  readonly context: string;
  readonly endpoint: string;
  readonly via: string;
}

const EMPTY: Typed = { principal: '', operation: 'Decrypt', key: '', context: '', endpoint: '', via: '' };

/** A request that nobody has made: what would be if. */
export function SupposeForm({ vocabulary, operations, onAsk }: SupposeFormProps) {
  const [typed, setTyped] = useState(EMPTY);
  const pairs = contextOf(typed.context);
  const supposed = supposedBy(typed, vocabulary, pairs);
  if (!supposed) return <p className="text-ink-2 text-sm">Create a KMS key first: aws kms create-key</p>;
  return (
    <form
      aria-label="Suppose a request"
      className="grid grid-cols-1 gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (pairs) onAsk(supposed);
      }}
    >
      <Fields
        typed={typed}
        supposed={supposed}
        vocabulary={vocabulary}
        operations={operations}
        onType={(part) => setTyped({ ...typed, ...part })}
      />
      {pairs ? null : (
        <p role="alert" className="text-deny text-sm">
          Encryption context: expected pairs like tenant=acme, found “{typed.context}”.
        </p>
      )}
      <CodeBlock code={requestCommand(supposed)} what="the request as a command" />
      <Button type="submit" disabled={!pairs} className="justify-self-start">
        Ask it too
      </Button>
    </form>
  );
}

/** The request of the form; without a choice the first principal and key that are there. */
function supposedBy(
  { principal, operation, key, endpoint, via }: Typed,
  { principals, resources }: PolicyVocabularyView,
  pairs: ReturnType<typeof contextOf>,
): SupposedRequest | undefined {
  const chosen = thereIn(resources, key);
  if (chosen === undefined) return undefined;
  return {
    principal: thereIn(principals, principal) ?? '',
    operation,
    key: chosen,
    encryptionContext: pairs && Object.keys(pairs).length > 0 ? pairs : undefined,
    vpcEndpoint: endpoint || undefined,
    via: via || undefined,
  };
}

function thereIn(all: readonly { readonly arn: string }[], wanted: string): string | undefined {
  return (all.find(({ arn }) => arn === wanted) ?? all[0])?.arn;
}

function Fields({
  typed,
  supposed,
  vocabulary,
  operations,
  onType,
}: Omit<SupposeFormProps, 'onAsk'> & {
  typed: Typed;
  supposed: SupposedRequest;
  onType: (part: Partial<Typed>) => void;
}) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] items-end gap-2.5">
      <Select
        label="Principal"
        value={supposed.principal}
        options={vocabulary.principals.map(({ arn, label }) => ({ id: arn, label }))}
        onPick={(principal) => onType({ principal })}
      />
      <Select
        label="Operation"
        value={typed.operation}
        options={operations.map((id) => ({ id, label: id }))}
        onPick={(operation) => onType({ operation })}
      />
      <Select
        label="KMS key"
        value={supposed.key}
        options={vocabulary.resources.map(({ arn, label }) => ({ id: arn, label }))}
        onPick={(key) => onType({ key })}
      />
      {TEXTS.map(({ name, label, hint }) => (
        <Field
          key={name}
          label={label}
          hint={hint}
          value={typed[name]}
          onChange={(text) => onType({ [name]: text })}
        />
      ))}
    </div>
  );
}

const TEXTS = [
  { name: 'context', label: 'Encryption context', hint: 'tenant=acme' },
  { name: 'endpoint', label: 'VPC endpoint', hint: 'vpce-…' },
  { name: 'via', label: 'On behalf, by service', hint: 's3.eu-west-1.amazonaws.com' },
] as const;

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
