import { type Definition, define, deniedSentence, type Operation, refuse } from '../../../aws';

/** An operation of EC2 about VPC endpoints. assumed: the words around the general sentence of a denial */
export function vpcOperation<I extends object, O>(
  definition: Omit<Definition<I, O>, 'service' | 'denied'>,
): Operation<I, O | undefined, undefined> {
  return define<I, O>({
    ...definition,
    service: 'ec2',
    denied: (denial) =>
      refuse(
        'UnauthorizedOperation',
        `You are not authorized to perform this operation. ${deniedSentence(denial)}`,
        403,
      ),
  });
}
