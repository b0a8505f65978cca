import { define, isRefusal, shape } from '../../../aws';
import { describeInstance } from '../describing';
import { fitting, instanceOf, named, ownedHere, permission } from '../finding';
import { type InstanceRecord, instances } from '../records/instance';
import { denied } from '../rules/errors';
import { filters, ids, reservationMembers } from '../rules/shapes';

const FIELDS: Readonly<Record<string, (record: InstanceRecord) => string | undefined>> = {
  'image-id': ({ imageId }) => imageId,
  'instance-id': ({ instanceId }) => instanceId,
  'instance-state-name': ({ state }) => state,
  'instance-type': ({ instanceType }) => instanceType,
};

export const describeInstances = define({
  service: 'ec2',
  name: 'DescribeInstances',
  about: 'Describes instances: their state, why they left it, and their volumes.',
  input: shape.structure({ InstanceIds: ids, Filters: filters }),
  output: shape.structure({ Reservations: shape.list(shape.structure(reservationMembers)) }),
  readOnly: true,
  denied,
  permissions: (call) => [permission(call, 'DescribeInstances')],
  handle: (call) => {
    const { InstanceIds, Filters } = call.input;
    const all = () => call.world.table(instances).by('owner', ownedHere(call));
    const found = named(InstanceIds, (id) => instanceOf(call, id), all);
    if (isRefusal(found)) return found;
    const kept = fitting(found, Filters, FIELDS);
    if (isRefusal(kept)) return kept;
    const reservations = new Map<string, InstanceRecord[]>();
    for (const instance of kept) {
      const fellows = reservations.get(instance.reservationId);
      if (fellows) fellows.push(instance);
      else reservations.set(instance.reservationId, [instance]);
    }
    return {
      Reservations: [...reservations].map(([ReservationId, members]) => ({
        ReservationId,
        OwnerId: call.principal.account,
        Groups: [],
        Instances: members.map((instance) => describeInstance(call.world, instance)),
      })),
    };
  },
});
