import { type AnyOperation, define, isRefusal, shape } from '../../../aws';
import type { QuotaCatalogue } from '../ports';
import { pageOf } from '../rules/pages';
import { pageInput } from '../rules/shapes';

/** differs: lists only the services whose quotas the lab keeps */
export function listServices(catalogue: QuotaCatalogue): AnyOperation {
  return define({
    service: 'servicequotas',
    name: 'ListServices',
    about: 'Lists the services whose quotas can be seen here.',
    input: shape.structure(pageInput),
    output: shape.structure({
      NextToken: shape.string(),
      Services: shape.list(shape.structure({ ServiceCode: shape.string(), ServiceName: shape.string() })),
    }),
    readOnly: true,
    permissions: () => [{ action: 'servicequotas:ListServices', resource: '*' }],
    handle: (call) => {
      const page = pageOf(catalogue.services, call.input);
      if (isRefusal(page)) return page;
      const Services = page.items.map(({ code, name }) => ({ ServiceCode: code, ServiceName: name }));
      return { NextToken: page.next, Services };
    },
  });
}
