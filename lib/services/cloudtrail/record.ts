/** A CloudTrail record in AWS's own JSON shape, members in AWS's order. fact: services 9 */
export interface CloudTrailRecord {
  readonly eventVersion: string;
  readonly userIdentity: UserIdentity;
  /** ISO 8601 in whole seconds. */
  readonly eventTime: string;
  readonly eventSource: string;
  readonly eventName: string;
  readonly awsRegion: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly errorCode?: string | undefined;
  readonly errorMessage?: string | undefined;
  readonly requestParameters: Readonly<Record<string, unknown>> | null;
  readonly responseElements: Readonly<Record<string, unknown>> | null;
  readonly additionalEventData?: Readonly<Record<string, unknown>> | undefined;
  /** Absent for what a service did by itself. */
  readonly requestID?: string | undefined;
  readonly eventID: string;
  readonly readOnly: boolean;
  readonly resources?: readonly TrailResource[] | undefined;
  readonly eventType: 'AwsApiCall' | 'AwsServiceEvent';
  readonly managementEvent: true;
  readonly recipientAccountId: string;
  /** The same in the records that two accounts get of one call. */
  readonly sharedEventID?: string | undefined;
  readonly vpcEndpointId?: string | undefined;
  readonly vpcEndpointAccountId?: string | undefined;
  readonly serviceEventDetails?: Readonly<Record<string, unknown>> | undefined;
  readonly eventCategory: 'Management';
  readonly tlsDetails?: Readonly<Record<string, string>> | undefined;
}

export interface UserIdentity {
  readonly type?:
    | 'IAMUser'
    | 'AssumedRole'
    | 'Root'
    | 'FederatedUser'
    | 'AWSService'
    | 'AWSAccount'
    | undefined;
  readonly principalId?: string | undefined;
  readonly arn?: string | undefined;
  readonly accountId?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly userName?: string | undefined;
  readonly sessionContext?: Readonly<Record<string, unknown>> | undefined;
  readonly invokedBy?: string | undefined;
}

export interface TrailResource {
  readonly accountId: string;
  readonly type: string;
  readonly ARN: string;
}
