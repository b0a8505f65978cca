import { type Explanation, inputText, say } from './why-case';

const CLUSTER_NEEDS =
  'Give it active HSMs in two Availability Zones and the security group that CloudHSM made for it.';

/** Each request to a store wants certain connection states. fact: kms-engine 9.2 */
const wrongConnectionState: Explanation = (refused) => {
  const { operation, region } = refused.commit.request;
  const id = inputText(refused, 'CustomKeyStoreId');
  const which = id === undefined ? '' : ` --custom-key-store-id ${id}`;
  return {
    sentence: `${operation} does not fit the store's connection state${refused.refusal.message ? `: ${refused.refusal.message}` : '.'}`,
    fix: 'A key is made in a store that is CONNECTED. A store is deleted, or given another cluster, endpoint or connectivity, while it is DISCONNECTED. One that FAILED is disconnected first.',
    command: `aws kms describe-custom-key-stores --region ${region}${which} --query "CustomKeyStores[].[ConnectionState,ConnectionErrorCode]"`,
  };
};

/** AWS's own text names the cause; it is AWS's to word it. fact: kms-engine 9.6 */
const fromProxy =
  (fix: string): Explanation =>
  ({ refusal }) => ({
    sentence: refusal.message ?? 'The external key store proxy did not do its part.',
    fix,
  });

/** Custom key stores, the clusters and the proxies behind them. fact: kms-engine 9 */
export const storeRules: Readonly<Record<string, readonly Explanation[]>> = {
  CustomKeyStoreInvalidStateException: [wrongConnectionState],
  CustomKeyStoreNotFoundException: say(
    'The account has no custom key store of this id or name in this Region.',
    'List them: `aws kms describe-custom-key-stores`.',
  ),
  CustomKeyStoreNameInUseException: say(
    'Another custom key store of the account has this name in this Region.',
    'Choose another name.',
  ),
  CustomKeyStoreHasCMKsException: say(
    'The store still holds KMS keys. Those that wait for their deletion count too.',
    'Schedule the deletion of its keys, and delete the store when their waiting periods are over.',
  ),
  IncorrectTrustAnchorException: say(
    "The certificate is not the trust anchor of this cluster: KMS compares it with the one the cluster's HSMs present.",
    'Give the content of `customerCA.crt`, the certificate with which the cluster was initialized.',
  ),
  CloudHsmClusterNotFoundException: say('CloudHSM has no cluster of this id in this account and Region.'),
  CloudHsmClusterNotActiveException: say(
    'The cluster is not active: it was never initialized, or holds no HSM.',
    'Initialize and activate the cluster, then ask again.',
  ),
  CloudHsmClusterInvalidConfigurationException: say(
    'The cluster is not set up as KMS needs it: too few active HSMs, too few Availability Zones, or the wrong security group.',
    CLUSTER_NEEDS,
  ),
  CloudHsmClusterInUseException: say(
    'The cluster, or one that shares a backup with it, stands behind another custom key store already.',
    'One store takes one cluster: make another cluster that is not from its backups.',
  ),
  CloudHsmClusterNotRelatedException: say(
    'The new cluster has no backup in common with the old one, so it cannot hold the keys of this store.',
    'Make the cluster from a backup of the old one.',
  ),
  XksProxyUriInUseException: say(
    'Another external key store has this endpoint and path already.',
    'Each store wants a path of its own at the proxy.',
  ),
  XksProxyUriEndpointInUseException: say(
    'Another external key store uses this endpoint in a way that excludes this one.',
    'Choose another endpoint for this store.',
  ),
  XksProxyVpcEndpointServiceInUseException: say(
    'Another external key store uses this VPC endpoint service.',
    'Choose another VPC endpoint service for this store.',
  ),
  XksProxyVpcEndpointServiceNotFoundException: say(
    'KMS does not see this VPC endpoint service: the name is wrong, or KMS was not let in.',
    'Allow the principal `cks.kms.REGION.amazonaws.com` in the permissions of the service.',
  ),
  XksProxyVpcEndpointServiceInvalidConfigurationException: say(
    'The VPC endpoint service breaks a requirement.',
    'It needs a Network Load Balancer over two Availability Zones, no acceptance of connections, and a verified private DNS name.',
  ),
  XksProxyUriUnreachableException: [
    fromProxy('Look at the proxy: is it up, does it answer within 250 ms, can it be reached from KMS?'),
  ],
  XksProxyInvalidConfigurationException: [
    fromProxy('Compare path, certificate and rules of the proxy with what the store says.'),
  ],
  XksProxyInvalidResponseException: [
    fromProxy("What the proxy answers is not the external key store protocol: it is for the proxy's makers."),
  ],
  XksProxyIncorrectAuthenticationCredentialException: [
    fromProxy(
      'Give the store the credential the proxy expects: `aws kms update-custom-key-store --xks-proxy-authentication-credential`.',
    ),
  ],
  XksKeyNotFoundException: [fromProxy('Check `--xks-key-id`: the external key manager knows the key by it.')],
  XksKeyInvalidConfigurationException: [
    fromProxy('The external key is to be an enabled AES-256 key that may encrypt and decrypt.'),
  ],
  XksKeyAlreadyInUseException: say(
    'Another KMS key of this store stands for this external key.',
    'One external key serves one KMS key of a store: take another.',
  ),
};
