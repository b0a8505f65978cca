'use client';

import { type ReactNode, useState } from 'react';
import type { LoadFormView } from '../../lib/views';
import { Button } from '../ui/button';
import { CodeBlock } from '../ui/code-block';
import { Select } from '../ui/select';
import {
  firstForm,
  JITTERS,
  type LoadForm,
  loadCommand,
  missingIn,
  OPERATIONS,
  RETRIES,
  SERVICES,
  withChange,
} from './load-command';

/** Load by choosing; the command that does the same stands below, and it is what runs. */
export function StartForm({ view, onRun }: { view: LoadFormView; onRun: (command: string) => void }) {
  const [kept, setForm] = useState<LoadForm>(() => firstForm(view));
  // Keys and buckets come and go while the form is open.
  const form = withChange(kept, {}, view);
  const change = (part: Partial<LoadForm>) => setForm(withChange(form, part, view));
  const missing = missingIn(form);
  const command = loadCommand(form);
  return (
    <form
      aria-label="Start load"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing) onRun(command);
      }}
    >
      <Group legend="What is sent">
        <WhatFields form={form} view={view} onChange={change} />
      </Group>
      <Group legend="When KMS throttles">
        <RetryFields form={form} onChange={change} />
      </Group>
      {form.service === 'encryption-sdk' ? (
        <Group legend="Data-key cache">
          <CacheFields form={form} onChange={change} />
        </Group>
      ) : null}
      <label className="flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={form.background}
          onChange={(event) => change({ background: event.target.checked })}
        />
        Leave it running, and move the clock myself
      </label>
      {missing ? (
        <p className="text-sm text-wait">{missing}</p>
      ) : (
        <CodeBlock code={command} what="the command" />
      )}
      <Button type="submit" look="primary" disabled={missing !== undefined} className="justify-self-start">
        Start the load
      </Button>
    </form>
  );
}

interface FieldsProps {
  readonly form: LoadForm;
  readonly onChange: (part: Partial<LoadForm>) => void;
}

function WhatFields({ form, view, onChange }: FieldsProps & { readonly view: LoadFormView }) {
  const here = view.regions.find(({ region }) => region === form.region);
  return (
    <>
      <Select
        label="Principal"
        value={form.profile}
        options={view.profiles}
        onPick={(profile) => onChange({ profile })}
      />
      <Select
        label="Region"
        value={form.region}
        options={view.regions.map(({ region }) => ({ id: region, label: region }))}
        onPick={(region) => onChange({ region })}
      />
      <Select
        label="Sends"
        value={form.service}
        options={SERVICES}
        onPick={(id) => onChange({ service: SERVICES.find((one) => one.id === id)?.id ?? 'kms' })}
      />
      <Select
        label="Operation"
        value={form.operation}
        options={OPERATIONS[form.service].map((id) => ({ id, label: id }))}
        onPick={(operation) => onChange({ operation })}
      />
      {form.service === 's3' ? (
        <Select
          label="Bucket"
          value={form.bucket}
          options={(here?.buckets ?? []).map((id) => ({ id, label: id }))}
          onPick={(bucket) => onChange({ bucket })}
        />
      ) : (
        <Select
          label="KMS key"
          value={form.key}
          options={here?.keys ?? []}
          onPick={(key) => onChange({ key })}
        />
      )}
      <Whole label="A second" value={form.perSecond} onChange={(perSecond) => onChange({ perSecond })} />
      <Whole label="Lab minutes" value={form.minutes} onChange={(minutes) => onChange({ minutes })} />
    </>
  );
}

function RetryFields({ form, onChange }: FieldsProps) {
  return (
    <>
      <Select
        label="Retries"
        value={form.retries}
        options={RETRIES}
        onPick={(retries) => onChange({ retries })}
      />
      {form.retries === 'none' ? null : (
        <>
          <Whole
            label="Attempts in all"
            value={form.attempts}
            onChange={(attempts) => onChange({ attempts })}
          />
          <Whole
            label="First backoff, ms"
            value={form.backoffMs}
            onChange={(backoffMs) => onChange({ backoffMs })}
          />
          <Select
            label="Jitter"
            value={form.jitter}
            options={JITTERS}
            onPick={(jitter) => onChange({ jitter })}
          />
        </>
      )}
    </>
  );
}

function CacheFields({ form, onChange }: FieldsProps) {
  return (
    <>
      <Whole
        label="Tenants (contexts)"
        value={form.contexts}
        onChange={(contexts) => onChange({ contexts })}
      />
      <Whole
        label="Max age, s (empty: no cache)"
        value={form.cacheSeconds}
        onChange={(cacheSeconds) => onChange({ cacheSeconds })}
      />
      <Whole
        label="Max messages"
        value={form.cacheMessages}
        onChange={(cacheMessages) => onChange({ cacheMessages })}
      />
      <Whole label="Max bytes" value={form.cacheBytes} onChange={(cacheBytes) => onChange({ cacheBytes })} />
    </>
  );
}

function Group({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1.5 p-0 font-semibold text-sm">{legend}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] items-end gap-2.5">{children}</div>
    </fieldset>
  );
}

function Whole({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label className="grid min-w-0 gap-1 text-sm">
      <span className="text-ink-2">{label}</span>
      <input
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value.trim())}
        className="h-[30px] min-w-0 rounded-[7px] border border-edge bg-sheet px-2 text-ink"
      />
    </label>
  );
}
