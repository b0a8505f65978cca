import { type AccessCheck, type Call, isRefusal } from '../../aws';
import { accountCheck } from '../declaring/checks';
import { findStore } from './find-store';

/** KMS looks at a store's cluster in the caller's name. fact: kms-engine 1.4 */
export function clusterCheck<I>(call: Call<I>): AccessCheck {
  return accountCheck('cloudhsm:DescribeClusters', call, () => undefined);
}

/** What a request on a store of either kind needs, beside its own permission. */
export function withClusterCheck(
  own: readonly AccessCheck[],
  call: Call<{ readonly CustomKeyStoreId: string }>,
): readonly AccessCheck[] {
  const store = findStore(call, call.input.CustomKeyStoreId);
  return !isRefusal(store) && store.cluster ? [...own, clusterCheck(call)] : own;
}
