import { expect, test } from 'vitest'
import { expiringMap } from '../../src/slack/expiring-map.ts'
import { lookUp, type LookUpOptions } from '../../src/slack/look-up.ts'

let clock = 0

function options(ask: LookUpOptions<string>['ask']): LookUpOptions<string> {
  const times = { withinMs: 20, keepMs: 1_000, keepFailureMs: 100 }
  return { ask, otherwise: 'nobody', ...times, most: 10, now: () => clock }
}

test('a value is asked for once, until it is old', async () => {
  let asked = 0
  const find = lookUp(options(async (key) => `${key}${(asked += 1)}`))
  expect(await Promise.all([find('a'), find('a')])).toEqual(['a1', 'a1'])
  expect(await find('a')).toBe('a1')
  clock += 1_001
  expect(await find('a')).toBe('a2')
})

test('a failure is answered with something, and asked again after a while', async () => {
  let asked = 0
  const find = lookUp(
    options(async () => {
      asked += 1
      throw new Error('away')
    }),
  )
  expect(await find('a')).toBe('nobody')
  expect(await find('a')).toBe('nobody')
  expect(asked).toBe(1)
  clock += 101
  await find('a')
  expect(asked).toBe(2)
})

test('nobody waits for a slow source, and the next one has its value', async () => {
  let answer: (value: string) => void = () => {}
  const find = lookUp(options(() => new Promise((resolve) => (answer = resolve))))
  expect(await find('a')).toBe('nobody')
  answer('ada')
  await new Promise(setImmediate)
  expect(await find('a')).toBe('ada')
})

test('a map that forgets keeps the newest entries, each for its time', () => {
  const map = expiringMap<number>(2, () => clock)
  map.set('a', 1, 1_000)
  map.set('b', 2, 1_000)
  map.set('a', 3, 1_000)
  map.set('c', 4, 50)
  expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([3, undefined, 4])
  clock += 50
  expect(['a', 'c'].map((key) => map.get(key))).toEqual([3, undefined])
})
