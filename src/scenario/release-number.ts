/**
 * A VPC CNI version as a number that grows with it: 1.20.4 is 20_004. A version without a patch is
 * its newest one; the major version of the CNI is always 1.
 */
export function releaseNumber(version: string): number {
  const [, minor, patch] = version.split('.')
  return Number(minor) * 1_000 + (patch === undefined ? 999 : Number(patch))
}
