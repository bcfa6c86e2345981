import { expect, test } from 'vitest'
import { readStartOptions } from '../src/start-options.ts'

test.each([
  [[], { port: null, isFresh: false }],
  [['--port', '4000'], { port: 4000, isFresh: false }],
  [['--port=0', '--fresh'], { port: 0, isFresh: true }],
])('%j', (args, options) => {
  expect(readStartOptions(args)).toEqual({ ok: true, value: options })
})

test.each([
  [['--port', 'x'], /--port takes a number up to 65535, not "x"/],
  [['--port', '65536'], /65536/],
  [['--port', ''], /not ""/],
  [['--frehs'], /--frehs/],
  [['t3.2xlarge'], /t3\.2xlarge/],
])('%j is refused', (args, message) => {
  expect(readStartOptions(args)).toMatchObject({
    ok: false,
    problems: [expect.stringMatching(message)],
  })
})
