/** One quota of a service, as Service Quotas lists it. */
export interface QuotaEntry {
  readonly serviceCode: string;
  readonly quotaCode: string;
  readonly name: string;
  readonly description: string;
  /** The name under which the quota is charged or granted: `symmetric`, `resource/keys`. */
  readonly quota: string;
  readonly adjustable: boolean;
  /** Requests a second; a resource quota has no period. */
  readonly perSecond: boolean;
  /** `Resource` of the usage metric, where the service publishes one. */
  readonly usage?: string | undefined;
}

export interface QuotaService {
  readonly code: string;
  readonly name: string;
  readonly quotas: readonly QuotaEntry[];
}

/** What Service Quotas asks of the cloud around it. */
export interface QuotaCatalogue {
  readonly services: readonly QuotaService[];
  /** The published value in a Region. */
  published(entry: QuotaEntry, region: string): number;
}
