import { expect, test } from 'vitest'

import { createHistory } from '../../../src/workspace/page/history.ts'

test('arrow up goes back through what was sent, arrow down comes back to the unsent line', () => {
  const history = createHistory()
  history.add('one')
  history.add('two')
  const steps = [
    history.go(-1, 'unsent'),
    history.go(-1, 'two'),
    history.go(-1, 'one'),
    history.go(1, 'one'),
    history.go(1, 'two'),
    history.go(1, 'unsent'),
  ]
  expect(steps).toEqual(['two', 'one', undefined, 'two', 'unsent', undefined])
})

test('the same line sent twice is kept once', () => {
  const history = createHistory()
  history.add('one')
  history.add('one')
  expect([history.go(-1, ''), history.go(-1, '')]).toEqual(['one', undefined])
})
