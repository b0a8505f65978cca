import { define, isRefusal, shape } from '../../../aws';
import { ownParameters, parameterPermission } from '../finding';
import { shownParameter } from '../kms';
import { validation } from '../rules/errors';
import { pageOf } from '../rules/pages';
import { parameter, parameterName } from '../rules/shapes';

const MOST = 10;

/** One Decrypt for each SecureString on the page. refuses: Validation, InvalidNextToken, (KMS). differs: no filters */
export const getParametersByPath = define({
  service: 'ssm',
  name: 'GetParametersByPath',
  about: 'Shows the parameters of a level of a hierarchy, or of everything below it.',
  input: shape.structure(
    {
      Path: parameterName,
      Recursive: shape.boolean(),
      WithDecryption: shape.boolean(),
      MaxResults: shape.integer({ min: 1, max: MOST }),
      NextToken: shape.string(),
    },
    ['Path'],
  ),
  output: shape.structure({ Parameters: shape.list(parameter), NextToken: shape.string() }),
  readOnly: true,
  permissions: (call) => [parameterPermission(call, 'GetParametersByPath', call.input.Path)],
  validate: ({ input: { Path } }) =>
    Path.startsWith('/') ? undefined : validation('The parameter path must begin with a forward slash.'),
  handle: (call) => {
    const { Path, Recursive = false, WithDecryption = false, MaxResults = MOST, NextToken } = call.input;
    const start = Path.endsWith('/') ? Path : `${Path}/`;
    const below = ownParameters(call).filter(
      ({ name }) => name.startsWith(start) && (Recursive || !name.slice(start.length).includes('/')),
    );
    const page = pageOf(below, NextToken, MaxResults);
    if (isRefusal(page)) return page;
    const Parameters = [];
    for (const found of page.items) {
      const shown = shownParameter(call, found, WithDecryption);
      if (isRefusal(shown)) return shown;
      Parameters.push(shown);
    }
    return { Parameters, NextToken: page.next };
  },
});
