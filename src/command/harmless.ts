import { peek, placeSince, takeAdjoining, takeSign, wordOf, type Cursor } from './cursor.ts'
import type { Clause } from './clause.ts'
import { keyOf } from './spelling.ts'

/**
 * Environment variables of the VPC CNI that come along in a paste and change no number of addresses.
 * Source: aws/amazon-vpc-cni-k8s, README.md, "CNI Configuration Variables".
 */
const NAMES = [
  'ADDITIONAL_ENI_TAGS',
  'AWS_EXTERNAL_SERVICE_CIDRS',
  'AWS_VPC_CNI_NODE_PORT_SUPPORT',
  'AWS_VPC_ENI_MTU',
  'AWS_VPC_K8S_CNI_CONFIGURE_RPFILTER',
  'AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS',
  'AWS_VPC_K8S_CNI_EXTERNALSNAT',
  'AWS_VPC_K8S_CNI_LOGLEVEL',
  'AWS_VPC_K8S_CNI_LOG_FILE',
  'AWS_VPC_K8S_CNI_RANDOMIZESNAT',
  'AWS_VPC_K8S_CNI_VETHPREFIX',
  'AWS_VPC_K8S_PLUGIN_LOG_FILE',
  'AWS_VPC_K8S_PLUGIN_LOG_LEVEL',
  'CLUSTER_ENDPOINT',
  'CLUSTER_NAME',
  'DISABLE_INTROSPECTION',
  'DISABLE_METRICS',
  'DISABLE_NETWORK_RESOURCE_PROVISIONING',
  'DISABLE_TCP_EARLY_DEMUX',
  'INTROSPECTION_BIND_ADDRESS',
  'NETWORK_POLICY_ENFORCING_MODE',
  'POD_MTU',
  'POD_SECURITY_GROUP_ENFORCING_MODE',
  'VPC_ID',
] as const

const NAME_OF_KEY: ReadonlyMap<string, string> = new Map(NAMES.map((name) => [keyOf(name), name]))

/** Whether that word is such a variable. */
export function isHarmless(key: string): boolean {
  return NAME_OF_KEY.has(key)
}

/** Passes over such a variable and its value: `AWS_VPC_ENI_MTU=9001`. */
export function readHarmless(cursor: Cursor, from: number): Clause {
  const name = NAME_OF_KEY.get(cursor.tokens[from]?.key ?? '') ?? ''
  const hasValueWord = wordOf(peek(cursor)) === 'value'
  if (hasValueWord) cursor.index++
  if (takeSign(cursor) || hasValueWord) takeAdjoining(cursor)
  return { kind: 'harmless', name, ...placeSince(cursor, from) }
}
