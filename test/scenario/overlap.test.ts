import { expect, test } from 'vitest'
import { readRequest } from '../../src/scenario/request.ts'

test('the subnets of a request may not overlap', () => {
  const subnet = ['10.0.0.0/16', '10.0.1.0/24']
  expect(readRequest({ instanceType: 'm5.large', subnet })).toMatchObject({
    ok: false,
    problems: [{ code: 'overlap', path: 'subnet' }],
  })
  expect(readRequest({ instanceType: 'm5.large', subnet: ['/24', '/24'] }).ok).toBe(true)
})
