import type { AwsWorld } from '../../../aws';
import type { AccessKeyRecord } from '../records/access-key';
import { type GroupRecord, groups } from '../records/group';
import type { ManagedPolicy, PolicyVersion } from '../records/policy';
import { type RoleRecord, roles } from '../records/role';
import type { Tag } from '../records/tag';
import { type UserRecord, users } from '../records/user';

/** A user as lists show it. */
export function userView({ path, name, userId, arn, createdAtMs }: UserRecord) {
  return { Path: path, UserName: name, UserId: userId, Arn: arn, CreateDate: createdAtMs };
}

/** The whole user, as GetUser and CreateUser show it. */
export function userDetail(user: UserRecord) {
  return { ...userView(user), PermissionsBoundary: boundaryView(user.boundary), Tags: tagsView(user.tags) };
}

export function groupView({ path, name, groupId, arn, createdAtMs }: GroupRecord) {
  return { Path: path, GroupName: name, GroupId: groupId, Arn: arn, CreateDate: createdAtMs };
}

/** A role as CreateRole shows it. */
export function newRoleView(role: RoleRecord) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.roleId,
    Arn: role.arn,
    CreateDate: role.createdAtMs,
    AssumeRolePolicyDocument: role.trustPolicy,
    PermissionsBoundary: boundaryView(role.boundary),
    Tags: tagsView(role.tags),
  };
}

/** A role as lists show it: without tags and boundary. */
export function roleView(role: RoleRecord) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.roleId,
    Arn: role.arn,
    CreateDate: role.createdAtMs,
    AssumeRolePolicyDocument: role.trustPolicy,
    Description: role.description,
    MaxSessionDuration: role.maxSessionSeconds,
  };
}

/** The whole role. differs: when it was last used is not kept */
export function roleDetail(role: RoleRecord) {
  return {
    ...roleView(role),
    PermissionsBoundary: boundaryView(role.boundary),
    Tags: tagsView(role.tags),
    RoleLastUsed: {},
  };
}

/** A managed policy as lists show it. */
export function policyView(world: AwsWorld, account: string, policy: ManagedPolicy) {
  return {
    PolicyName: policy.name,
    PolicyId: policy.policyId,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion,
    AttachmentCount: holdersOf(world, account, policy.arn).length,
    PermissionsBoundaryUsageCount: boundedBy(world, account, policy.arn).length,
    IsAttachable: true,
    CreateDate: policy.createdAtMs,
    UpdateDate: policy.updatedAtMs,
  };
}

/** The whole managed policy. */
export function policyDetail(world: AwsWorld, account: string, policy: ManagedPolicy) {
  const { CreateDate, UpdateDate, ...rest } = policyView(world, account, policy);
  return { ...rest, Description: policy.description, CreateDate, UpdateDate, Tags: policy.tags };
}

/** Users, groups and roles of an account that a managed policy is attached to. */
export function holdersOf(world: AwsWorld, account: string, policyArn: string) {
  const all = [
    ...world.table(users).by('policy', policyArn),
    ...world.table(groups).by('policy', policyArn),
    ...world.table(roles).by('policy', policyArn),
  ];
  return all.filter((holder) => holder.account === account);
}

/** Users and roles of an account that a managed policy bounds. */
export function boundedBy(world: AwsWorld, account: string, policyArn: string) {
  const all = [
    ...world.table(users).by('boundary', policyArn),
    ...world.table(roles).by('boundary', policyArn),
  ];
  return all.filter((holder) => holder.account === account);
}

export function versionView(policy: ManagedPolicy, version: PolicyVersion) {
  return {
    VersionId: version.id,
    IsDefaultVersion: version.id === policy.defaultVersion,
    CreateDate: version.createdAtMs,
  };
}

/** An access key without its secret. */
export function accessKeyView(key: AccessKeyRecord, userName: string | undefined) {
  return {
    UserName: userName,
    AccessKeyId: key.accessKeyId,
    Status: key.status,
    CreateDate: key.createdAtMs,
  };
}

function boundaryView(arn: string | undefined) {
  return arn === undefined ? undefined : { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn };
}

function tagsView(tags: readonly Tag[]): readonly Tag[] | undefined {
  return tags.length > 0 ? tags : undefined;
}
