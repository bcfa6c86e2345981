import { describe, expect, test } from 'vitest'
import { changeForm } from '../../src/blocks/form/change-form.ts'
import { compareForm } from '../../src/blocks/form/compare-form.ts'
import { notice } from '../../src/blocks/form/notice.ts'
import { needsWhole, questionForm } from '../../src/blocks/form/question-form.ts'
import { FORM_INPUTS, type FormValues } from '../../src/reply/form.ts'
import { WORDS } from '../../src/words/words.ts'
import { readView } from '../../src/workspace/block-kit/view.ts'

const metadata = JSON.stringify({ run: 42 })
const filled: FormValues = {
  ...Object.fromEntries(
    FORM_INPUTS.map(({ word, takes }) => [word, takes === 'count' ? '3' : 'on']),
  ),
  type: 't3.2xlarge',
  per: 'node',
  subnet: '10.0.0.0/22, /24',
  free: '120',
  cni: '1.18',
  name: 'prod blue',
}

describe.each(Object.entries(WORDS))('in %s', (_, words) => {
  test.each([
    ['an empty question', {}, false, null],
    ['a question anywhere', {}, false, null],
    ['a what-if with everything filled in', filled, true, 42],
    ['a what-if of a run with a long number', filled, true, 2_147_483_647],
  ] as const)('the form of %s is one that Slack takes', (name, values, isWhole, run) => {
    const asksPlace = name.endsWith('anywhere')
    const view = questionForm({ values, isWhole, run, asksPlace, metadata, words })
    expect(readView(view)).toMatchObject({ ok: true })
    expect(view).toMatchSnapshot()
  })

  test('the form of a change to several node groups', () => {
    const line = Array.from({ length: 20 }, () => 't3.2xlarge 2 nodes 27 pods warm-ip=2').join(
      ' + ',
    )
    const view = changeForm({ run: 42, line: line.repeat(5), asksPlace: true, metadata, words })
    expect(readView(view)).toMatchObject({ ok: true })
    expect(changeForm({ run: 42, line, asksPlace: false, metadata, words })).toMatchSnapshot()
  })

  test('the form of a comparison', () => {
    const view = compareForm({ run: 42, asksPlace: false, metadata, words })
    expect(readView(view)).toMatchObject({ ok: true })
    expect(view).toMatchSnapshot()
  })

  test('a notice', () => {
    expect(readView(notice(words.surfaces.form.notOurs, words))).toMatchObject({ ok: true })
  })
})

test.each([
  [{}, false],
  [{ type: 'm5.large', nodes: '2', pods: '3', per: 'node', 'warm-ip': '2', name: 'a' }, false],
  [{ type: 'm5.large', prefix: 'on' }, true],
  [{ type: 'm5.large', prefix: '' }, false],
  [{ type: 'm5.large', cni: '1.8' }, true],
] as const)('a form that holds %o shows all settings: %s', (values, isWhole) => {
  expect(needsWhole(values)).toBe(isWhole)
})
