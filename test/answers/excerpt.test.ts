import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, type Piece } from '../../src/answers/excerpt.ts'

const never = new AbortController().signal

/** A JSON array of texts, piece by piece, and the number of those that were taken. */
async function* pieces(texts: readonly string[], onTaken = () => {}): AsyncGenerator<Piece> {
  for (const [index, text] of texts.entries()) {
    onTaken()
    yield { text: `${index === 0 ? '[' : ','}${JSON.stringify(text)}`, run: texts.length - index }
  }
  yield { text: texts.length === 0 ? '[]' : ']', run: null }
}

const longest = 60
const anyTexts = fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 30 })

test('an excerpt is whole, fits, and with the rest it makes all', async () => {
  const anyLimit = fc.integer({ min: longest, max: 400 })
  await fc.assert(
    fc.asyncProperty(anyTexts, anyLimit, async (texts, limit) => {
      const { text, runs, cutAfter } = await excerptOf(pieces(texts), ']', limit, never)
      const taken: unknown = JSON.parse(Buffer.from(text).toString())
      expect(taken).toEqual(texts.slice(0, runs))
      expect(text.length).toBeLessThanOrEqual(limit)
      expect(cutAfter).toBe(runs === texts.length ? null : texts.length - runs + 1)
    }),
  )
})

test('it is as long as it can be: what fits exactly is not cut, a byte less is', async () => {
  const texts = ['é', 'b', 'c']
  const all = Buffer.byteLength(JSON.stringify(texts))
  expect(await excerptOf(pieces(texts), ']', all, never)).toMatchObject({ runs: 3, cutAfter: null })
  expect(await excerptOf(pieces(texts), ']', all - 1, never)).toMatchObject({
    runs: 2,
    cutAfter: 2,
  })
})

test('no run is read after the one that does not fit', async () => {
  let taken = 0
  const texts = Array.from({ length: 100 }, () => 'abc')
  await excerptOf(
    pieces(texts, () => (taken += 1)),
    ']',
    20,
    never,
  )
  expect(taken).toBe(4)
})

test('it ends when it is aborted', async () => {
  const controller = new AbortController()
  const stopped = excerptOf(
    pieces(['a', 'b'], () => controller.abort()),
    ']',
    99,
    controller.signal,
  )
  await expect(stopped).rejects.toThrow(/abort/)
})
