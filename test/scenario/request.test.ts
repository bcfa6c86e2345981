import { describe, expect, test } from 'vitest'
import { findInstance } from '../../src/instance/instance.ts'
import { nodeGroup } from '../../src/scenario/group.ts'
import { readRequest } from '../../src/scenario/request.ts'
import { NEWEST_CNI, Scenario } from '../../src/scenario/scenario.ts'
import { DEFAULT_SETTINGS, SETTING_NAMES, SETTINGS } from '../../src/scenario/settings.ts'

const TYPE = { instanceType: 't3.2xlarge' }
const LIMITS = { enis: 4, ipv4PerEni: 15 }

function scenarioOf(request: unknown): Scenario {
  const result = readRequest(request)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** The code and path of each problem. */
function problemsOf(request: unknown): readonly string[] {
  const result = readRequest(request)
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`.trim())
}

function messagesOf(request: unknown): readonly string[] {
  const result = readRequest(request)
  return result.ok ? [] : result.problems.map(({ message }) => message)
}

describe('defaults', () => {
  test('an instance type alone is one fresh node with the settings of the CNI', () => {
    const limits = findInstance('t3.2xlarge')
    expect(limits).toBeDefined()
    expect(scenarioOf(TYPE)).toEqual({
      v: 1,
      cni: NEWEST_CNI,
      groups: limits && [nodeGroup('t3.2xlarge', limits)],
      space: null,
    })
  })

  test('an instance type is the same in any case', () => {
    expect(scenarioOf({ instanceType: 'T3.2xLarge' })).toEqual(scenarioOf(TYPE))
    expect(scenarioOf({ instanceType: 'T3.2XLARGE', attachedEnis: 4 }).groups[0]).toMatchObject({
      instanceType: 't3.2xlarge',
      attachedEnis: 4,
    })
  })

  test('limits by hand are those of an ordinary Nitro type', () => {
    expect(scenarioOf({ limits: LIMITS }).groups[0]).toMatchObject({
      instanceType: null,
      limits: {
        enis: 4,
        ipv4PerEni: 15,
        hypervisor: 'nitro',
        bareMetal: false,
        cards: [4],
        vcpus: null,
        branchEnis: 0,
      },
    })
  })

  test('two host-network pods, pods not stated', () => {
    expect(scenarioOf(TYPE).groups[0]).toMatchObject({
      nodes: 1,
      pods: { count: 1, per: 'node', stated: false },
      hostNetworkPods: 2,
      maxPods: null,
      settings: DEFAULT_SETTINGS,
    })
  })

  test('nothing asked of a scenario changes the table of types', () => {
    const [group] = scenarioOf(TYPE).groups
    expect(group?.limits).not.toBe(findInstance('t3.2xlarge'))
    expect(group?.limits).toEqual(findInstance('t3.2xlarge'))
  })
})

describe('every key', () => {
  test.each<[request: object, group: object]>([
    [{ nodes: 3 }, { nodes: 3 }],
    [{ pods: 27 }, { pods: { count: 27, per: 'group', stated: true } }],
    [{ podsPerNode: 27 }, { pods: { count: 27, per: 'node', stated: true } }],
    [{ pods: 0 }, { pods: { count: 0, per: 'group', stated: true } }],
    [{ maxPods: 110 }, { maxPods: 110 }],
    [{ maxPods: null }, { maxPods: null }],
    [{ managedNodeGroup: true }, { managedNodeGroup: true }],
    [{ daemonsetPods: 3 }, { daemonsetPods: 3 }],
    [{ hostNetworkPods: 0 }, { hostNetworkPods: 0 }],
    [{ branchPods: 3 }, { branchPods: 3 }],
    [{ attachedEnis: 2 }, { attachedEnis: 2 }],
    [{ unmanagedEnis: 1 }, { unmanagedEnis: 1 }],
    [{ primarySubnetExcluded: true }, { primarySubnetExcluded: true }],
    [{ podsSequence: [40, 10] }, { podsSequence: [40, 10] }],
  ])('%j', (request, group) => {
    expect(scenarioOf({ ...TYPE, ...request }).groups[0]).toMatchObject(group)
  })

  test('cni', () => {
    expect(scenarioOf({ ...TYPE, cni: '1.8.0' }).cni).toBe('1.8.0')
  })

  test.each<[request: object, space: object]>([
    [{ subnet: 24 }, { subnets: ['/24'], free: null, freePrefixes: null }],
    [{ subnet: '/24' }, { subnets: ['/24'] }],
    [{ subnet: '10.0.0.0/22' }, { subnets: ['10.0.0.0/22'] }],
    [{ subnet: [16, '/28', '100.64.0.0/16'] }, { subnets: ['/16', '/28', '100.64.0.0/16'] }],
    [{ free: 120 }, { subnets: [], free: 120, freePrefixes: null }],
    [
      { freePrefixes: 0, subnet: 22 },
      { subnets: ['/22'], free: null, freePrefixes: 0 },
    ],
  ])('%j', (request, space) => {
    expect(scenarioOf({ ...TYPE, ...request }).space).toMatchObject(space)
  })

  test('limits', () => {
    const limits = { ...LIMITS, hypervisor: 'xen', bareMetal: true, cards: [4, 2], vcpus: 8 }
    expect(scenarioOf({ limits: { ...limits, branchEnis: 9 } }).groups[0]?.limits).toEqual({
      ...limits,
      branchEnis: 9,
    })
  })
})

describe('settings', () => {
  test.each(SETTING_NAMES)('%s as a value and as its environment variable spells it', (name) => {
    const [value, spelt] = SETTINGS[name].kind === 'count' ? [3, '3'] : [true, 'true']
    for (const given of [value, spelt]) {
      const { groups } = scenarioOf({ ...TYPE, settings: { [name]: given } })
      expect(groups[0]?.settings).toEqual({ ...DEFAULT_SETTINGS, [name]: value })
    }
  })

  test.each([
    ['1', true],
    ['True', true],
    ['0', false],
    ['false', false],
  ])('a switch spelt %j is %s', (spelt, value) => {
    const [group] = scenarioOf({ ...TYPE, settings: { ENABLE_POD_ENI: spelt } }).groups
    expect(group?.settings.ENABLE_POD_ENI).toBe(value)
  })

  test.each<[settings: unknown, problem: string]>([
    [{ WARM_IP_TARGET: 'two' }, 'wrong-type settings.WARM_IP_TARGET'],
    [{ WARM_IP_TARGET: '' }, 'wrong-type settings.WARM_IP_TARGET'],
    [{ WARM_IP_TARGET: '0x10' }, 'wrong-type settings.WARM_IP_TARGET'],
    [{ WARM_IP_TARGET: '-1' }, 'wrong-type settings.WARM_IP_TARGET'],
    [{ WARM_IP_TARGET: -1 }, 'too-small settings.WARM_IP_TARGET'],
    [{ WARM_IP_TARGET: '20001' }, 'too-large settings.WARM_IP_TARGET'],
    [{ WARM_IP_TARGET: 2.5 }, 'wrong-type settings.WARM_IP_TARGET'],
    [{ WARM_IP_TARGET: null }, 'wrong-type settings.WARM_IP_TARGET'],
    [{ WARM_ENI_TARGET: 65 }, 'too-large settings.WARM_ENI_TARGET'],
    [{ WARM_IP_TARGET: true }, 'wrong-type settings.WARM_IP_TARGET'],
    [{ ENABLE_POD_ENI: 1 }, 'wrong-type settings.ENABLE_POD_ENI'],
    [{ ENABLE_POD_ENI: 'yes' }, 'wrong-type settings.ENABLE_POD_ENI'],
    [{ warm_ip_target: 2 }, 'unknown-key settings.warm_ip_target'],
    [[], 'wrong-type settings'],
    [null, 'wrong-type settings'],
  ])('%j is refused', (settings, problem) => {
    expect(problemsOf({ ...TYPE, settings })).toEqual([problem])
  })
})

describe('refused', () => {
  test.each<[request: unknown, problems: readonly string[]]>([
    [null, ['wrong-type']],
    [5, ['wrong-type']],
    ['t3.2xlarge', ['wrong-type']],
    [[TYPE], ['wrong-type']],
    [{}, ['one-of instanceType']],
    [{ ...TYPE, limits: LIMITS }, ['one-of instanceType']],
    [{ ...TYPE, pods: 1, podsPerNode: 1 }, ['one-of podsPerNode']],
    [{ instanceType: 't3.2large' }, ['unknown-type instanceType']],
    [{ instanceType: 'constructor' }, ['unknown-type instanceType']],
    [{ instanceType: null }, ['wrong-type instanceType']],
    [{ limits: { enis: 4 } }, ['missing limits.ipv4PerEni']],
    [
      { limits: { enis: 0, ipv4PerEni: 1, bareMetal: 1 } },
      ['too-small limits.enis', 'too-small limits.ipv4PerEni', 'wrong-type limits.bareMetal'],
    ],
    [{ limits: { ...LIMITS, hypervisor: 'kvm' } }, ['wrong-value limits.hypervisor']],
    [{ limits: { ...LIMITS, cards: [2, 4] } }, ['wrong-value limits.cards']],
    [{ limits: { ...LIMITS, cards: [] } }, ['too-small limits.cards']],
    [{ ...TYPE, nodes: 0 }, ['too-small nodes']],
    [{ ...TYPE, nodes: 1e12 }, ['too-large nodes']],
    [{ ...TYPE, nodes: 2.5 }, ['wrong-type nodes']],
    [{ ...TYPE, nodes: '2' }, ['wrong-type nodes']],
    [{ ...TYPE, nodes: null }, ['wrong-type nodes']],
    [{ ...TYPE, pods: 25_000_001 }, ['too-large pods']],
    [{ ...TYPE, podsPerNode: 20_001 }, ['too-large podsPerNode']],
    [{ ...TYPE, maxPods: 0 }, ['too-small maxPods']],
    [{ ...TYPE, podsSequence: [1, '2'] }, ['wrong-type podsSequence.1']],
    [{ ...TYPE, podsSequence: Array(101).fill(1) }, ['too-large podsSequence']],
    [{ ...TYPE, attachedEnis: 0 }, ['too-small attachedEnis']],
    [{ ...TYPE, attachedEnis: 5 }, ['too-large attachedEnis']],
    [{ ...TYPE, unmanagedEnis: 4 }, ['too-large unmanagedEnis']],
    [{ limits: LIMITS, attachedEnis: 5 }, ['too-large attachedEnis']],
    [{ ...TYPE, cni: '2.0' }, ['wrong-format cni']],
    [{ ...TYPE, cni: 1.8 }, ['wrong-type cni']],
    [{ ...TYPE, subnet: 29 }, ['prefix-length subnet']],
    [{ ...TYPE, subnet: 15 }, ['prefix-length subnet']],
    [{ ...TYPE, subnet: '10.0.0.0/8' }, ['prefix-length subnet']],
    [{ ...TYPE, subnet: '10.0.0.1/22' }, ['host-bits subnet']],
    [{ ...TYPE, subnet: '10.0.0.256/24' }, ['not-a-subnet subnet']],
    [{ ...TYPE, subnet: '10.0.0.0' }, ['not-a-subnet subnet']],
    [{ ...TYPE, subnet: '24' }, ['not-a-subnet subnet']],
    [{ ...TYPE, subnet: 24.5 }, ['not-a-subnet subnet']],
    [{ ...TYPE, subnet: null }, ['not-a-subnet subnet']],
    [{ ...TYPE, subnet: {} }, ['not-a-subnet subnet']],
    [{ ...TYPE, subnet: [] }, ['wrong-count subnet']],
    [{ ...TYPE, subnet: Array(51).fill(24) }, ['wrong-count subnet']],
    [{ ...TYPE, subnet: [24, 'x', 30] }, ['not-a-subnet subnet.1', 'prefix-length subnet.2']],
    [{ ...TYPE, free: -1, freePrefixes: 16_777_217 }, ['too-small free', 'too-large freePrefixes']],
    [{ ...TYPE, node: 1, spot: true }, ['unknown-key node', 'unknown-key spot']],
    [
      JSON.parse('{"instanceType": "t3.2xlarge", "__proto__": {"nodes": 5}}'),
      ['unknown-key __proto__'],
    ],
  ])('%j', (request, problems) => {
    expect(problemsOf(request)).toEqual(problems)
  })

  test('with all problems at once', () => {
    expect(
      problemsOf({
        ...TYPE,
        nodes: 0,
        pods: -1,
        podsPerNode: 3,
        settings: { WARM_IP_TARGET: 'two', WARM_UP: 1 },
        attachedEnis: 9,
        subnet: ['/8'],
        colour: 'red',
      }),
    ).toEqual([
      'too-small nodes',
      'too-small pods',
      'wrong-type settings.WARM_IP_TARGET',
      'unknown-key settings.WARM_UP',
      'prefix-length subnet.0',
      'unknown-key colour',
      'one-of podsPerNode',
      'too-large attachedEnis',
    ])
  })
})

test('messages read well', () => {
  const requests: readonly unknown[] = [
    null,
    {},
    { instanceType: 't3.2large', nodes: 1e6, pods: 'many', podPerNode: 1 },
    { limits: { enis: 4, hypervisor: 'kvm', vcpu: 8 } },
    { limits: { ...LIMITS, cards: [2] }, pods: 1, podsPerNode: 2, cni: '2.0' },
    { ...TYPE, settings: { ENABLE_POD_ENI: 'yes', WARM_IP_TARGETS: 2 }, attachedEnis: 5 },
    { ...TYPE, subnet: [30, '10.0.0.1/22', 'x'], podsSequence: Array(101).fill(1) },
    { ...TYPE, subnet: [], managedNodeGroup: 'yes', podsSequence: 5, cni: 1.8 },
  ]
  expect(requests.flatMap(messagesOf).join('\n')).toMatchSnapshot()
})

test('a request that is read is a scenario of the schema', () => {
  const request = { ...TYPE, nodes: 2, pods: 27, settings: { WARM_IP_TARGET: 2 }, subnet: [24] }
  expect(Scenario.parse(scenarioOf(request))).toEqual(scenarioOf(request))
})
