import type { BillAccountView, BillView } from '../../lib/views';
import { Table } from '../ui/table';

const columns = [
  { id: 'label', label: 'What' },
  { id: 'quantity', label: 'How much' },
  { id: 'price', label: 'Price' },
  { id: 'amount', label: 'Cost so far' },
];

/** The running bill of each account, and a month like this. */
export function Bills({ bill }: { bill: BillView }) {
  if (bill.accounts.length === 0) {
    return <p className="text-ink-2">Nothing has cost anything yet. A KMS key costs from its first hour.</p>;
  }
  return (
    <>
      {bill.accounts.map((account) => (
        <AccountBill key={account.account} account={account} />
      ))}
      <p className="text-ink-2 text-xs">{bill.prices}</p>
    </>
  );
}

function AccountBill({
  account: { account, total, lines, free, projection, projectionSays },
}: {
  account: BillAccountView;
}) {
  return (
    <section aria-label={`Bill of account ${account}`} className="grid gap-1.5">
      <div className="flex flex-wrap gap-x-8 gap-y-1.5">
        <p>
          <span className="block text-ink-2 text-xs">So far, account {account}</span>
          <span className="font-semibold text-lg">{total}</span>
        </p>
        <p>
          <span className="block text-ink-2 text-xs">A month at this rate</span>
          <span className="font-semibold text-lg">{projection}</span>
          <span className="block text-ink-2 text-xs">{projectionSays}</span>
        </p>
      </div>
      <Table
        caption={`Lines of the bill of account ${account}`}
        columns={columns}
        rows={lines.map((line) => ({
          id: line.id,
          cells: {
            label: line.label,
            quantity: line.quantity,
            price: line.price,
            amount: <span className="font-mono">{line.amount}</span>,
          },
        }))}
      />
      <p className="text-ink-2 text-sm">{free}</p>
    </section>
  );
}
