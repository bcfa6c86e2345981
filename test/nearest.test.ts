import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, nearest, suggest } from '../src/nearest.ts'

describe('editDistance', () => {
  test.each<[from: string, to: string, farthest: number, distance: number]>([
    ['', '', 2, 0],
    ['nodes', 'nodes', 0, 0],
    ['nodes', '', 5, 5],
    ['', 'nodes', 4, Infinity],
    ['nods', 'nodes', 2, 1],
    ['nodess', 'nodes', 2, 1],
    ['nodez', 'nodes', 2, 1],
    ['ndoes', 'nodes', 2, 1],
    ['nodse', 'nodes', 2, 1],
    ['ndose', 'nodes', 2, 2],
    ['nodes', 'pods', 2, 2],
    ['nodes', 'pods', 1, Infinity],
    ['prefix', 'préfixe', 2, 2],
    ['ca', 'abc', 3, 3],
    ['aaa', 'aa', 1, 1],
    ['abcdef', 'uvwxyz', 2, Infinity],
  ])('%s → %s, at most %d: %d', (from, to, farthest, distance) => {
    expect(editDistance(from, to, farthest)).toBe(distance)
  })

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })

  test('agrees with the table of all prefixes, up to the bound', () => {
    fc.assert(
      fc.property(word, word, fc.nat({ max: 3 }), (from, to, farthest) => {
        const distance = distanceByTable(from, to)
        expect(editDistance(from, to, farthest)).toBe(distance > farthest ? Infinity : distance)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('nearest', () => {
  const WORDS = ['nodes', 'node', 'pods', 'warm-ip', 'warm-eni', 'x', 'n', 'p']

  test.each<[word: string, names: readonly string[]]>([
    ['nodes', ['nodes', 'node']],
    ['nods', ['nodes', 'node', 'pods']],
    ['noodes', ['nodes', 'node']],
    ['pds', ['pods']],
    ['warm-ips', ['warm-ip']],
    ['warm-enis', ['warm-eni']],
    ['elephant', []],
    ['no', []],
    ['n', []],
    ['<', []],
    ['', []],
  ])('%s → %j', (word, names) => {
    expect(nearest(word, WORDS, 3)).toEqual(names)
  })

  test('gives no more than asked for, the nearest', () => {
    expect(nearest('nodes', WORDS, 1)).toEqual(['nodes'])
    expect(suggest('noodes', WORDS)).toBe('nodes')
    expect(suggest('elephant', WORDS)).toBeNull()
  })
})

/** The textbook way: the distance of each prefix of one word to each prefix of the other. */
function distanceByTable(from: string, to: string): number {
  const rows: number[][] = []
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity
  for (let row = 0; row <= from.length; row++) {
    rows.push([])
    for (let column = 0; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const ways = [
        row === 0 && column === 0 ? 0 : Infinity,
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwap && row > 1 && column > 1 ? at(row - 2, column - 2) + 1 : Infinity,
      ]
      rows[row]?.push(Math.min(...ways))
    }
  }
  return at(from.length, to.length)
}
