import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inGroups } from '../../src/history/in-groups.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Items that go at most 3 at a time; the oldest group settles when `arrive` is called. */
function sending(abreast = 1) {
  const groups: (readonly string[])[] = []
  const arrivals: ((fail?: (item: string) => boolean) => void)[] = []
  const send = inGroups(
    (items: readonly string[]) => {
      groups.push(items)
      const { promise, resolve } = withResolvers()
      arrivals.push(resolve)
      return items.map(async (item) => {
        if ((await promise)(item)) throw new Error(`${item} is refused`)
        return `${item} is stored`
      })
    },
    { most: 3, abreast, patienceMs: 50 },
  )
  const arrive = async (fail?: (item: string) => boolean) => {
    arrivals.shift()?.(fail)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { send, groups, arrive }
}

function withResolvers() {
  let resolve: (fail?: (item: string) => boolean) => void = () => {}
  const promise = new Promise<(item: string) => boolean>((settle) => {
    resolve = (fail = () => false) => settle(fail)
  })
  return { promise, resolve }
}

test('an item goes at once; those that come meanwhile go together with the next one, in their order', async () => {
  const { send, groups, arrive } = sending()
  const first = send('a')
  expect(groups).toEqual([['a']])
  const others = ['b', 'c', 'd', 'e'].map(send)
  expect(groups).toHaveLength(1)
  await arrive()
  expect(groups).toEqual([['a'], ['b', 'c', 'd']])
  await arrive()
  expect(groups).toEqual([['a'], ['b', 'c', 'd'], ['e']])
  await arrive()
  const outcomes = await Promise.all([first, ...others])
  expect(outcomes).toEqual(['a', 'b', 'c', 'd', 'e'].map((item) => `${item} is stored`))
  void send('f')
  expect(groups.at(-1)).toEqual(['f'])
})

test('some groups are on their way at a time', async () => {
  const { send, groups, arrive } = sending(2)
  const outcomes = ['a', 'b', 'c', 'd'].map(send)
  expect(groups).toEqual([['a'], ['b']])
  await arrive()
  expect(groups).toEqual([['a'], ['b'], ['c', 'd']])
  await arrive()
  await arrive()
  await expect(Promise.all(outcomes)).resolves.toHaveLength(4)
})

test('a group that takes long keeps the next one waiting no longer than it must', async () => {
  const { send, groups, arrive } = sending()
  void send('a')
  const second = send('b')
  await vi.advanceTimersByTimeAsync(49)
  expect(groups).toEqual([['a']])
  await vi.advanceTimersByTimeAsync(1)
  expect(groups).toEqual([['a'], ['b']])
  await vi.advanceTimersByTimeAsync(50)
  const third = send('c')
  expect(groups.at(-1)).toEqual(['c'])
  await arrive()
  await arrive()
  await arrive()
  await expect(Promise.all([second, third])).resolves.toEqual(['b is stored', 'c is stored'])
})

test('the end of a group that was not waited for sends nobody twice', async () => {
  const { send, groups, arrive } = sending()
  void send('a')
  await vi.advanceTimersByTimeAsync(50)
  void send('b')
  void send('c')
  await arrive()
  expect(groups).toEqual([['a'], ['b']])
  await arrive()
  expect(groups).toEqual([['a'], ['b'], ['c']])
})

test('each item has its own outcome, and a group that fails is followed by the next one', async () => {
  const { send, groups, arrive } = sending()
  const outcomes = Promise.allSettled(['a', 'b', 'c'].map(send))
  await arrive(() => true)
  expect(groups).toEqual([['a'], ['b', 'c']])
  await arrive((item) => item === 'b')
  expect(await outcomes).toMatchObject([
    { reason: { message: 'a is refused' } },
    { reason: { message: 'b is refused' } },
    { value: 'c is stored' },
  ])
})
