import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failure, success } from '../../src/result.ts'
import { formatSubnet, parseSubnet, subnetSize } from '../../src/subnet/cidr.ts'

describe('parseSubnet', () => {
  it.each([
    ['10.0.0.0/22', { network: 167_772_160, prefixLength: 22 }],
    ['255.255.255.240/28', { network: 4_294_967_280, prefixLength: 28 }],
    ['/16', { network: null, prefixLength: 16 }],
  ])('reads %s', (text, subnet) => {
    expect(parseSubnet(text)).toEqual(success(subnet))
  })

  it.each(['', '10.0.0.0', '10.0.0/22', '10.0.0.256/22', '10.0.0.0/x', 'ten/22', '10.0.0.0/22 '])(
    'refuses %j as no subnet',
    (text) => {
      expect(parseSubnet(text)).toEqual(failure([{ code: 'not-a-subnet', text }]))
    },
  )

  it.each(['10.0.0.0/8', '/15', '/29', '10.0.0.0/32'])('refuses the size of %s', (text) => {
    const problem = { code: 'prefix-length', text, min: 16, max: 28 }
    expect(parseSubnet(text)).toEqual(failure([problem]))
  })

  it('says which subnet an address inside of one belongs to', () => {
    const text = '10.0.1.7/22'
    const problem = { code: 'host-bits', text, network: '10.0.0.0/22' }
    expect(parseSubnet(text)).toEqual(failure([problem]))
  })

  it('reads what formatSubnet writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 16, max: 28 }),
        fc.option(fc.nat({ max: 65_535 })),
        (prefixLength, nth) => {
          const network = nth === null ? null : nth * subnetSize(prefixLength)
          fc.pre(network === null || network < 2 ** 32)
          const subnet = { network, prefixLength }
          expect(parseSubnet(formatSubnet(subnet))).toEqual(success(subnet))
        },
      ),
    )
  })
})
