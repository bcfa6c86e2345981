import { expect, test } from 'vitest'

import { valuesOf, withValue } from '../../../src/workspace/page/form-values.ts'
import { actionsBlock, inputBlocks, writtenBlock } from './gallery.ts'

test('an untouched form holds the first value of each input', () => {
  expect(valuesOf([...inputBlocks, actionsBlock], {}, 'C1')).toEqual({
    pods: { pods: '27' },
    name: { name: null },
    note: { note: null },
    type: { type: null },
    zones: { zones: ['a'] },
    channel: { channel: 'C1' },
    mode: { mode: 'eni' },
    extras: { extras: [] },
    at: { at: '14:30' },
    reason: { reason: writtenBlock },
    plans: { plans: [] },
    todo: { type: null, who: null, day: '2026-11-22' },
  })
})

test('what was chosen goes before it, also when it is nothing', () => {
  const chosen = withValue(withValue({}, 'pods', 'pods', '40'), 'mode', 'mode', null)
  expect(valuesOf(inputBlocks, chosen, 'C1')).toMatchObject({
    pods: { pods: '40' },
    mode: { mode: null },
  })
})

test('what was chosen for an input that is gone is not sent', () => {
  expect(valuesOf([], withValue({}, 'pods', 'pods', '40'), 'C1')).toEqual({})
})
