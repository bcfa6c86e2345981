import { expect, test } from 'vitest'
import { fileTypeOf, mimeTypeOf } from '../../../src/workspace/state/file-type.ts'

test.each([
  ['plan.JPEG', 'jpg', 'image/jpeg'],
  ['runs.tar.csv', 'csv', 'text/csv'],
  ['README', 'text', 'text/plain'],
  ['page.html', 'html', 'text/plain'],
  ['what every object has.constructor', 'constructor', 'text/plain'],
])('%s is of the type %s, and served as %s', (name, type, mimeType) => {
  expect(fileTypeOf(name)).toBe(type)
  expect(mimeTypeOf(name)).toBe(mimeType)
})
