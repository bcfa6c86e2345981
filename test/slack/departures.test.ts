import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDepartures } from '../../src/slack/delivery/departures.ts'
import { gather } from '../../src/slack/delivery/gather.ts'
import { countUnderWay } from '../../src/slack/under-way.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Replies that are taken at once, each batch as it departs; none is ever done before `finish`. */
function departing() {
  const batches: (readonly string[])[] = []
  const underWay = countUnderWay()
  let finish = () => {}
  const onItsWay = new Promise<void>((resolve) => (finish = resolve))
  const departures = createDepartures({
    depart: async (ids) => {
      batches.push(ids)
      for (const _ of ids) departures.run(1, () => onItsWay)
    },
    underWay,
    onError: (error) => {
      throw error
    },
  })
  const add = (count: number) => {
    for (let index = 0; index < count; index += 1) departures.add(`reply ${index}`)
  }
  const sizes = () => batches.map((ids) => ids.length)
  return { departures, underWay, add, batches, sizes, finish: () => finish() }
}

/** As many commands as wait for each other. */
function rush(underWay: ReturnType<typeof countUnderWay>): () => void {
  let end = () => {}
  const answered = new Promise<void>((resolve) => (end = resolve))
  for (let command = 0; command < 6; command += 1) void underWay.run(async () => answered)
  return () => end()
}

test('replies that come together depart together, in their order', async () => {
  const { add, batches } = departing()
  add(3)
  expect(batches).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(batches).toEqual([['reply 0', 'reply 1', 'reply 2']])
})

test('no more than 20 are on their way at a time; the others follow', async () => {
  const { add, sizes, finish } = departing()
  add(50)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sizes()).toEqual([20])
  finish()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sizes()).toEqual([20, 20, 10])
})

test('while commands wait for each other, 10 replies depart in half a second, and none is forgotten', async () => {
  const { add, sizes, finish, underWay } = departing()
  finish()
  const end = rush(underWay)
  add(60)
  await vi.advanceTimersByTimeAsync(1_900)
  expect(sizes()).toEqual([10, 10, 10, 10])
  end()
  await vi.advanceTimersByTimeAsync(700)
  expect(sizes()).toEqual([10, 10, 10, 10, 10, 10])
})

test('a rush is over when for half a second no more than a few commands were under way', async () => {
  const { add, sizes, finish, underWay } = departing()
  finish()
  const endOne = rush(underWay)
  add(60)
  await vi.advanceTimersByTimeAsync(100)
  endOne()
  await vi.advanceTimersByTimeAsync(300)
  const endTwo = rush(underWay)
  await vi.advanceTimersByTimeAsync(50)
  endTwo()
  await vi.advanceTimersByTimeAsync(400)
  expect(sizes()).toEqual([10, 10])
  await vi.advanceTimersByTimeAsync(200)
  expect(sizes()).toEqual([10, 10, 20, 20])
})

test('past 2,000 a reply is left in the outbox, and after the stop each is', async () => {
  const { departures, add } = departing()
  add(2_000)
  expect(departures.add('one more')).toBe(false)
  const other = departing()
  await other.departures.stop()
  expect(other.departures.add('too late')).toBe(false)
})

test('whoever stops waits for what is on its way', async () => {
  const { departures, add, finish } = departing()
  add(1)
  await vi.advanceTimersByTimeAsync(100)
  let isStopped = false
  const stopped = departures.stop().then(() => (isStopped = true))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(isStopped).toBe(false)
  finish()
  await stopped
})

test('what is gathered is dealt with at once, and a failure is everybody’s', async () => {
  const batches: (readonly number[])[] = []
  const numbers = gather<number>(50, async (gathered) => {
    batches.push(gathered)
    if (gathered.includes(3)) throw new Error('three')
  })
  const first = Promise.all([numbers.add(1), numbers.add(2)])
  await vi.advanceTimersByTimeAsync(60)
  await first
  const second = Promise.allSettled([numbers.add(3), numbers.add(4)])
  await vi.advanceTimersByTimeAsync(60)
  expect(await second).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ])
})
