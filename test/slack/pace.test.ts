import { expect, test } from 'vitest'
import { createPace } from '../../src/slack/pace.ts'

let clock = 0
const now = () => clock
const user = { burst: 3, perSecond: 1 }
const workspace = { burst: 5, perSecond: 2 }

test('a person may send some lines at once, and then one a second', () => {
  const pace = createPace(now, user, workspace)
  expect([1, 2, 3, 4].map(() => pace.take('T1', 'U1'))).toEqual([null, null, null, 1])
  clock += 1_000
  expect([pace.take('T1', 'U1'), pace.take('T1', 'U1')]).toEqual([null, 1])
})

test('who sends too much keeps nobody else waiting', () => {
  const pace = createPace(now, user, workspace)
  for (let line = 0; line < 50; line += 1) pace.take('T1', 'U1')
  expect(pace.take('T1', 'U2')).toBeNull()
  expect(pace.take('T2', 'U1')).toBeNull()
})

test('many people of a workspace share what it may send', () => {
  const pace = createPace(now, user, workspace)
  const taken = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].map((person) => pace.take('T1', person))
  expect(taken).toEqual([null, null, null, null, null, 1])
  expect(pace.take('T2', 'U1')).toBeNull()
  clock += 500
  expect(pace.take('T1', 'U6')).toBeNull()
})
