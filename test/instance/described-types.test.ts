import { describe, expect, test } from 'vitest'
import { describedTypes } from '../../src/instance/described-types.ts'
import { findInstance } from '../../src/instance/instance.ts'
import { INSTANCE_TYPES } from '../../src/instance/types.generated.ts'

/** The fields of EC2's answer that count here, and some that do not. */
function described(name: string, changes: object = {}, network: object = {}) {
  return {
    InstanceType: name,
    CurrentGeneration: true,
    Hypervisor: 'nitro',
    BareMetal: false,
    VCpuInfo: { DefaultVCpus: 8, DefaultCores: 4 },
    NetworkInfo: {
      Ipv4AddressesPerInterface: 15,
      MaximumNetworkInterfaces: 4,
      DefaultNetworkCardIndex: 0,
      NetworkCards: [{ NetworkCardIndex: 0, MaximumNetworkInterfaces: 4 }],
      ...network,
    },
    ...changes,
  }
}

function read(...types: readonly object[]) {
  const result = describedTypes({ InstanceTypes: types, NextToken: 'x' }, INSTANCE_TYPES)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.value
}

test('an ordinary type', () => {
  expect(read(described('t3.2xlarge')).get('t3.2xlarge')).toEqual(findInstance('t3.2xlarge'))
})

test('a multi-card type counts the default card only, and lists it first', () => {
  const network = {
    MaximumNetworkInterfaces: 11,
    DefaultNetworkCardIndex: 1,
    NetworkCards: [
      { NetworkCardIndex: 0, MaximumNetworkInterfaces: 2 },
      { NetworkCardIndex: 1, MaximumNetworkInterfaces: 5 },
      { NetworkCardIndex: 2, MaximumNetworkInterfaces: 4 },
    ],
  }
  expect(read(described('x9.48xlarge', {}, network)).get('x9.48xlarge')).toMatchObject({
    enis: 5,
    cards: [5, 2, 4],
  })
})

test('an answer that does not tell the default card means the first', () => {
  const network = {
    DefaultNetworkCardIndex: undefined,
    NetworkCards: [
      { NetworkCardIndex: 1, MaximumNetworkInterfaces: 2 },
      { NetworkCardIndex: 0, MaximumNetworkInterfaces: 3 },
    ],
  }
  expect(read(described('x9.large', {}, network)).get('x9.large')).toMatchObject({
    enis: 3,
    cards: [3, 2],
  })
})

test('bare metal has no hypervisor that EC2 tells of', () => {
  const changes = { BareMetal: true, Hypervisor: undefined, VCpuInfo: undefined }
  expect(read(described('x9.metal', changes)).get('x9.metal')).toMatchObject({
    hypervisor: 'unknown',
    bareMetal: true,
    vcpus: null,
  })
})

test('branch ENIs stay as they are known, and a new type has none', () => {
  const types = read(described('m5.large'), described('x9.large'))
  expect(types.get('m5.large')?.branchEnis).toBe(9)
  expect(types.get('x9.large')?.branchEnis).toBe(0)
})

describe('refused', () => {
  test.each<[what: string, answer: unknown, where: string]>([
    ['no answer', null, 'expected object'],
    ['another answer', { Reservations: [] }, 'InstanceTypes'],
    ['no name', { InstanceTypes: [described('a', { InstanceType: 5 })] }, 'InstanceType'],
    ['no cards', { InstanceTypes: [described('a', {}, { NetworkCards: [] })] }, 'NetworkCards'],
    ['no network', { InstanceTypes: [described('a', { NetworkInfo: undefined })] }, 'NetworkInfo'],
    ['a new hypervisor', { InstanceTypes: [described('a', { Hypervisor: 'kvm' })] }, 'Hypervisor'],
  ])('%s', (_what, answer, where) => {
    const result = describedTypes(answer, INSTANCE_TYPES)
    expect(result.ok ? [] : result.problems.join('\n')).toContain(where)
  })
})
