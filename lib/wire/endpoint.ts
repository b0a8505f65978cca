import type { Cloud } from '../cloud';
import { answerJson } from './json-protocol';
import type { WireRequest, WireResponse } from './message';
import { answerQuery } from './query';

/**
 * What an AWS client gets from `POST /`: AWS JSON in and out for KMS and its neighbours, the query protocol for IAM
 * and STS. A request that names a target speaks JSON. fact: kms-engine 1.1
 */
export function answer(cloud: Cloud, request: WireRequest): WireResponse {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const isJson = request.headers['x-amz-target'] !== undefined || !isForm;
  return isJson ? answerJson(cloud, request) : answerQuery(cloud, request);
}
