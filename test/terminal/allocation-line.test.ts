import { describe, expect, test } from 'vitest'
import { allocationLine } from '../../src/terminal/allocation-line.ts'
import { WORKED_EXAMPLES } from '../worked-examples.ts'

function allocated(request: unknown) {
  return JSON.parse(allocationLine(JSON.stringify(request)))
}

describe('a line of requests', () => {
  test.each(WORKED_EXAMPLES)('$line: $about', ({ request, enis, usable, reserved, held }) => {
    expect(allocated({ id: 'a', ...request })).toMatchObject({
      id: 'a',
      ok: true,
      enis,
      usable,
      reserved,
      held,
      nodeReady: true,
      flapping: false,
    })
  })

  test('is answered with every figure, of the group and of its kinds of node', () => {
    const request = { id: 7, instanceType: 't3.2xlarge', nodes: 2, pods: 27 }
    expect(allocated(request)).toMatchSnapshot()
  })

  test('gives its id back, whatever that is', () => {
    const id = { run: [1, 'a'] }
    expect(allocated({ id, instanceType: 't3.2xlarge' }).id).toEqual(id)
    expect(allocated({ instanceType: 't3.2xlarge' }).id).toBeNull()
    expect(allocated({ id, pods: 1 })).toMatchObject({ id, ok: false })
  })

  test('follows pod counts over time, each of them pods of the group', () => {
    const { steps, held } = allocated({ instanceType: 't3.2xlarge', podsSequence: [40, 10] })
    expect(steps).toMatchObject([
      { pods: 40, held: { min: 60, max: 60 }, flapping: false },
      { pods: 10, held: { min: 30, max: 60 }, pending: 0 },
    ])
    expect(held).toBe(30)
  })

  test('counts with limits given by hand', () => {
    const limits = { enis: 4, ipv4PerEni: 15 }
    expect(allocated({ limits, pods: 15 })).toMatchObject({ ok: true, held: 45 })
  })

  test('is refused with every problem of it', () => {
    const request = { instanceType: 't3.2xlrge', pods: -1, settings: { WARM_IP: 2 }, node: 2 }
    expect(allocated(request)).toMatchObject({
      ok: false,
      problems: [
        { code: 'unknown-type', path: 'instanceType' },
        { code: 'too-small', path: 'pods' },
        { code: 'unknown-key', path: 'settings.WARM_IP' },
        { code: 'unknown-key', path: 'node' },
      ],
    })
  })

  test.each(['nope', '[]', '42', 'null', '"text"', '{"id": 1'])('that is no object: %s', (line) => {
    expect(JSON.parse(allocationLine(line))).toEqual({
      id: null,
      ok: false,
      problems: [{ code: 'not-json', path: '', message: 'the line is not a JSON object' }],
    })
  })

  test('does not take its keys from the prototype', () => {
    const line = '{"__proto__": {"instanceType": "t3.2xlarge"}}'
    expect(JSON.parse(allocationLine(line))).toMatchObject({ ok: false })
  })
})
