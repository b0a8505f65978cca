'use client';

import { useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Select } from '../ui/select';

const units = [
  { id: '60', label: 'minutes' },
  { id: '3600', label: 'hours' },
  { id: '86400', label: 'days' },
] as const;

const MOST_SECONDS = 3660 * 86400;

/** Any other stretch of lab time. */
export function SkipDialog({
  open,
  onClose,
  onSkip,
}: {
  open: boolean;
  onClose: () => void;
  onSkip: (seconds: number) => void;
}) {
  const [amount, setAmount] = useState('30');
  const [unit, setUnit] = useState('86400');
  const seconds = Number(amount) * Number(unit);
  const valid = Number.isInteger(Number(amount)) && seconds > 0 && seconds <= MOST_SECONDS;
  return (
    <Dialog
      title="Move the clock on"
      open={open}
      onClose={onClose}
      foot={
        <Button
          look="primary"
          disabled={!valid}
          onClick={() => {
            onSkip(seconds);
            onClose();
          }}
        >
          Move the clock
        </Button>
      }
    >
      <div className="flex items-end gap-3">
        <label className="grid gap-1 text-sm">
          <span className="text-ink-2">By how much</span>
          <input
            type="number"
            min={1}
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
            className="h-[30px] w-28 rounded-[7px] border border-edge bg-sheet px-2"
          />
        </label>
        <Select label="Unit" options={units} value={unit} onPick={setUnit} />
      </div>
      <p className="mt-3 text-ink-2 text-sm">
        {valid
          ? 'What comes due on the way is done and listed: rotations, deletions, replicas, expiries.'
          : 'Give a whole number above 0, at most ten years in all.'}
      </p>
    </Dialog>
  );
}
