import { type Call, define, isRefusal, type Refusal, refuse, shape } from '../../../aws';
import { bytesToUtf8, EMPTY_BYTES, utf8ToBytes } from '../../../base';
import { openVariables, type Variables } from '../environment';
import { functionArn, functionOf, functionPermission } from '../finding';
import { executionEnvironments } from '../records/execution-environment';
import type { FunctionRecord } from '../records/function';
import { executionSession } from '../role';
import { denied, notStarted, otherRole } from '../rules/errors';
import { WARM_MS } from '../rules/limits';
import { functionName } from '../rules/shapes';

/**
 * Runs a function, which answers the event and the variables it sees. They were decrypted when its execution environment
 * started: a warm one does not ask KMS again.
 * refuses: ResourceNotFound, AccessDenied (role), InvalidRequestContent, KMSDisabled, KMSInvalidState, KMSNotFound,
 * KMSAccessDenied. fact: services 1 (per execution environment), 7
 */
export const invoke = define({
  service: 'lambda',
  name: 'Invoke',
  about: 'Runs a function, which answers what it sees in its environment.',
  input: shape.structure({ FunctionName: functionName, Payload: shape.blob({ sensitive: true }) }, [
    'FunctionName',
  ]),
  output: shape.structure({
    StatusCode: shape.integer(),
    FunctionError: shape.string(),
    ExecutedVersion: shape.string(),
    Payload: shape.blob(),
  }),
  readOnly: false,
  denied,
  permissions: (call) => [functionPermission(call, 'InvokeFunction', call.input.FunctionName)],
  resources: (call) => [functionArn(call, call.input.FunctionName)],
  handle: (call) => {
    const record = functionOf(call, call.input.FunctionName);
    if (isRefusal(record)) return record;
    const event = eventOf(call.input.Payload ?? EMPTY_BYTES);
    if (isRefusal(event)) return event;
    const variables = warm(call, record) ?? coldStart(call, record);
    if (isRefusal(variables)) return variables;
    const { arn, revisionId } = record;
    call.world.put(executionEnvironments, {
      functionArn: arn,
      revisionId,
      variables,
      warmUntilMs: call.nowMs + WARM_MS,
    });
    const Payload = utf8ToBytes(JSON.stringify({ event: event.json, environment: variables }));
    return { StatusCode: 200, ExecutedVersion: '$LATEST', Payload };
  },
});

function eventOf(payload: Uint8Array): { readonly json: unknown } | Refusal {
  if (payload.length === 0) return { json: {} };
  try {
    return { json: JSON.parse(bytesToUtf8(payload) ?? '') as unknown };
  } catch {
    return refuse(
      'InvalidRequestContentException',
      'Could not parse request body into json: the payload is no JSON',
    );
  }
}

function warm({ world, nowMs }: Call<object>, record: FunctionRecord): Variables | undefined {
  const environment = world.table(executionEnvironments).get(record.arn);
  const isWarm =
    environment && environment.revisionId === record.revisionId && environment.warmUntilMs > nowMs;
  return isWarm ? environment.variables : undefined;
}

function coldStart(call: Call<object>, record: FunctionRecord): Variables | Refusal {
  const assumed = executionSession(call, record.roleArn, record.name);
  if (isRefusal(assumed)) return refuse('AccessDeniedException', assumed.message, 403);
  if (record.environment && assumed.roleId !== record.roleId) return notStarted(otherRole());
  const variables = openVariables(call, record, assumed.session);
  return isRefusal(variables) ? notStarted(variables) : variables;
}
