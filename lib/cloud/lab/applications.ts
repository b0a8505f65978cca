import { type Call, define, refuse, shape } from '../../aws';
import { LAB_SERVICE, noPermissions } from './labs-own';
import { type ApplicationRecord, applicationId, applications } from './records/application';

const name = shape.string({ min: 1, max: 64, pattern: '[a-z0-9-]+' });
const described = shape.structure({
  Application: shape.string(),
  KeyIds: shape.map(shape.string()),
  RequestsPerSecond: shape.integer(),
});

/** Configures the key an application encrypts under in the Region of the request. */
export const setApplicationKey = define({
  service: LAB_SERVICE,
  name: 'SetApplicationKey',
  about: 'Configures the KMS key under which an application encrypts in a Region.',
  input: shape.structure({ Application: name, KeyId: shape.string({ min: 1, max: 2048 }) }, [
    'Application',
    'KeyId',
  ]),
  output: described,
  readOnly: false,
  permissions: noPermissions,
  responseElements: (output) => output,
  handle: (call) => {
    const held = applicationOf(call, call.input.Application);
    const keyIds = { ...held.keyIds, [call.region]: call.input.KeyId };
    return shown(call.world.put(applications, { ...held, keyIds }));
  },
});

/** States how many KMS requests a second an application makes in all. */
export const setApplicationLoad = define({
  service: LAB_SERVICE,
  name: 'SetApplicationLoad',
  about: 'States how many KMS requests a second an application makes.',
  input: shape.structure(
    { Application: name, RequestsPerSecond: shape.integer({ min: 0, max: 10_000_000 }) },
    ['Application', 'RequestsPerSecond'],
  ),
  output: described,
  readOnly: false,
  permissions: noPermissions,
  responseElements: (output) => output,
  handle: (call) => {
    const held = applicationOf(call, call.input.Application);
    return shown(call.world.put(applications, { ...held, requestsPerSecond: call.input.RequestsPerSecond }));
  },
});

export const describeApplication = define({
  service: LAB_SERVICE,
  name: 'DescribeApplication',
  about: 'Answers what an application is configured with.',
  input: shape.structure({ Application: name }, ['Application']),
  output: described,
  readOnly: true,
  permissions: noPermissions,
  handle: (call) => {
    const { Application } = call.input;
    const held = call.world.table(applications).get(applicationId(call.principal.account, Application));
    if (held) return shown(held);
    return refuse('ResourceNotFoundException', `No application named ${Application} is configured.`);
  },
});

function applicationOf(call: Call<object>, application: string): ApplicationRecord {
  const { account } = call.principal;
  return (
    call.world.table(applications).get(applicationId(account, application)) ?? {
      account,
      name: application,
      keyIds: {},
      requestsPerSecond: 0,
    }
  );
}

function shown({ name: application, keyIds, requestsPerSecond }: ApplicationRecord) {
  return { Application: application, KeyIds: keyIds, RequestsPerSecond: requestsPerSecond };
}
