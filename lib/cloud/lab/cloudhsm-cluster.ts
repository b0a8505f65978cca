import { define, shape } from '../../aws';
import {
  CLUSTER_STATES,
  type CloudHsmClusterRecord,
  cloudHsmClusters,
  KMS_USER_STATES,
  SUBNET_STATES,
  setCluster,
} from '../../kms';
import { LAB_SERVICE, noPermissions } from './labs-own';

const members = {
  ClusterId: shape.string({ min: 19, max: 24, pattern: 'cluster-[2-7a-zA-Z]{11,16}' }),
  State: shape.oneOf(...CLUSTER_STATES),
  /** The Availability Zone of each active HSM. */
  ActiveHsms: shape.list(shape.string()),
  /** The text of customerCA.crt. */
  TrustAnchorCertificate: shape.string({ min: 1, max: 5000 }),
  BackupFamily: shape.string(),
  KmsUser: shape.oneOf(...KMS_USER_STATES),
  KmsUserPassword: shape.string({ min: 7, max: 32 }),
  Subnets: shape.oneOf(...SUBNET_STATES),
  Reachable: shape.boolean(),
  Configured: shape.boolean(),
};

/** Sets up a CloudHSM cluster in the Region of the request, or changes what is named of it. */
export const setCloudHsmCluster = define({
  service: LAB_SERVICE,
  name: 'SetCloudHsmCluster',
  about: 'Sets up or changes a simulated CloudHSM cluster: state, HSMs, kmsuser, network.',
  input: shape.structure(members, ['ClusterId']),
  output: shape.structure(members),
  readOnly: false,
  permissions: noPermissions,
  responseElements: (output) => output,
  handle: ({ input, world, region, principal }) => {
    const cluster = setCluster(
      world,
      { account: principal.account, region },
      {
        clusterId: input.ClusterId,
        state: input.State,
        activeHsms: input.ActiveHsms,
        trustAnchor: input.TrustAnchorCertificate,
        backupFamily: input.BackupFamily,
        kmsUser: input.KmsUser,
        kmsUserPassword: input.KmsUserPassword,
        subnets: input.Subnets,
        isReachable: input.Reachable,
        isConfigured: input.Configured,
      },
    );
    return shown(cluster);
  },
});

/** The caller's clusters in the Region of the request. */
export const describeCloudHsmClusters = define({
  service: LAB_SERVICE,
  name: 'DescribeCloudHsmClusters',
  about: 'Answers how the simulated CloudHSM clusters are.',
  input: shape.structure({}),
  output: shape.structure({ Clusters: shape.list(shape.structure(members)) }),
  readOnly: true,
  permissions: noPermissions,
  handle: ({ world, region, principal }) => {
    const here = [...world.table(cloudHsmClusters).all()].filter(
      (cluster) => cluster.region === region && cluster.account === principal.account,
    );
    return { Clusters: here.map(shown) };
  },
});

function shown(cluster: CloudHsmClusterRecord) {
  return {
    ClusterId: cluster.clusterId,
    State: cluster.state,
    ActiveHsms: cluster.activeHsms,
    TrustAnchorCertificate: cluster.trustAnchor,
    BackupFamily: cluster.backupFamily,
    KmsUser: cluster.kmsUser,
    KmsUserPassword: cluster.kmsUserPassword,
    Subnets: cluster.subnets,
    Reachable: cluster.isReachable,
    Configured: cluster.isConfigured,
  };
}
