import { describe, expect, it } from 'vitest'
import type { AddressSpace } from '../../src/scenario/scenario.ts'
import { roomOf, type Room } from '../../src/subnet/room.ts'

interface Space {
  readonly what: string
  readonly space: AddressSpace
  readonly room: Room
}

const SPACES: readonly Space[] = [
  {
    what: 'a /24 offers all but five addresses, and its inner blocks',
    space: { subnets: ['10.0.0.0/24'], free: null, freePrefixes: null },
    room: { addresses: 251, prefixes: 14 },
  },
  {
    what: 'a /28 has no whole block',
    space: { subnets: ['/28'], free: null, freePrefixes: null },
    room: { addresses: 11, prefixes: 0 },
  },
  {
    what: 'subnets add up',
    space: { subnets: ['/24', '/26'], free: null, freePrefixes: null },
    room: { addresses: 251 + 59, prefixes: 14 + 2 },
  },
  {
    what: 'what the user counted goes before what the subnet could offer',
    space: { subnets: ['/24'], free: 40, freePrefixes: null },
    room: { addresses: 40, prefixes: null },
  },
  {
    what: 'counted blocks',
    space: { subnets: ['/24'], free: null, freePrefixes: 3 },
    room: { addresses: 251, prefixes: 3 },
  },
  {
    what: 'a text that is no subnet offers nothing',
    space: { subnets: ['/24', 'all of it'], free: null, freePrefixes: null },
    room: { addresses: 251, prefixes: 14 },
  },
]

describe('roomOf', () => {
  it.each(SPACES)('$what', ({ space, room }) => {
    expect(roomOf(space)).toEqual(room)
  })
})
