import { expect, test } from 'vitest'

import { prettyBody } from '../../../src/workspace/page/pretty-body.ts'

test.each([
  ['{"a":[1]}', '{\n  "a": [\n    1\n  ]\n}'],
  ['text=2+nodes&command=%2Feksip', 'text = 2 nodes\ncommand = /eksip'],
  ['payload=%7B%22a%22%3A1%7D', 'payload = {\n  "a": 1\n}'],
  ['ok', 'ok'],
  ['', ''],
])('%j', (body, pretty) => {
  expect(prettyBody(body)).toBe(pretty)
})
