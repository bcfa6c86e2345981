import { expect, test } from 'vitest'
import { countUnderWay } from '../../src/slack/under-way.ts'

test('whoever stops the bot waits for the listeners under way', async () => {
  const underWay = countUnderWay()
  let finish = () => {}
  const listener = underWay.run(() => new Promise<void>((resolve) => (finish = resolve)))
  let isDone = false
  const done = underWay.done(10_000).then(() => (isDone = true))
  await Promise.resolve()
  expect(isDone).toBe(false)
  finish()
  await done
  await listener
  expect(isDone).toBe(true)
})

test('and not for ever', async () => {
  const underWay = countUnderWay()
  void underWay.run(() => new Promise<void>(() => {}))
  await underWay.done(10)
  expect(underWay).toBeDefined()
})

test('a listener that fails is its caller’s matter', async () => {
  const underWay = countUnderWay()
  await expect(underWay.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await underWay.done(10)
})
