import { describe, expect, test } from 'vitest'
import { LONGEST_LINE } from '../../src/command/parse.ts'
import { tokenize } from '../../src/command/tokenize.ts'
import { reading } from './reading.ts'

type Table = readonly (readonly [what: string, line: string, verdict: string])[]

const READ = 't3.large 2 nodes'

const SPACES: Table = [
  ['no-break space', 't3.large\u00a02\u00a0nodes', READ],
  ['narrow no-break space', 't3.large 2\u202fnodes', READ],
  ['thin and em space', 't3.large\u20092\u2003nodes', READ],
  ['ideographic space', 't3.large\u30002\u3000nodes', READ],
  ['zero-width space', 't3.\u200blarge 2\u200b nodes', READ],
  ['word joiner', 't3.large 2 no\u2060des', READ],
  ['byte order mark', '\ufefft3.large 2 nodes', READ],
  ['soft hyphen', 't3.lar\u00adge 2 nodes', READ],
  ['left-to-right mark', 't3.large\u200e 2 nodes', READ],
  ['tab', 't3.large\t2\tnodes', READ],
  ['line ends', 't3.large\r\n2 nodes\n', READ],
  ['line separator', 't3.large\u20282 nodes', READ],
]

const LOOKALIKES: Table = [
  ['curly quotes', 't3.large as “prod blue”', 't3.large as "prod blue"'],
  ['curly single quotes', 't3.large WARM_IP_TARGET=‘2’', 't3.large warm-ip=2'],
  ['low and reversed quotes', 't3.large as „prod blue“', 't3.large as "prod blue"'],
  ['em dash before an option', 't3.large —nodes=2', READ],
  ['en dash before an option', 't3.large –nodes 2', READ],
  ['en dash inside a word', 't3.large warm–ip=2', 't3.large warm-ip=2'],
  ['no-break hyphen', 't3.large warm‑ip=2', 't3.large warm-ip=2'],
  ['full-width letters and digits', 't3.large ｎｏｄｅｓ＝２', READ],
  ['full-width comma', 't3.large，２ nodes', READ],
  ['ideographic comma and bullet', 't3.large、2 nodes • 27 pods', 't3.large 2 nodes 27 pods'],
  ['multiplication sign', '2 ✕ t3.large', READ],
  ['Cyrillic letters', 't3.large 2 nоdes', 'unknown-word(nоdes)'],
  ['Cyrillic word', 't3.large узлы=2', 'unknown-word(узлы)'],
  ['emoji', 't3.large 2 nodes 🚀', 'unknown-word(🚀)'],
  ['emoji by its name', 't3.large :rocket: 2 nodes', 'unknown-word(:rocket:)'],
  ['emoji by its name at the end', 't3.large 2 nodes :tada:', 'unknown-word(:tada:)'],
]

const NUMBERS: Table = [
  ['Arabic-Indic digits', 't3.large ٢ nodes ٢٧ pods', 't3.large 2 nodes 27 pods'],
  ['Eastern Arabic-Indic digits', 't3.large ۲ nodes', READ],
  ['Devanagari digit', 't3.large २ nodes', 'not-a-number(२ nodes)'],
  ['superscript', 't3.large 2² nodes', 'not-a-number(2² nodes)'],
  ['superscript as a value', 't3.large nodes=2²', 'not-a-number(nodes=2²)'],
  ['fraction', 't3.large ½ nodes', 'not-a-number(½ nodes)'],
  ['circled digit', 't3.large nodes=②', 'not-a-number(nodes=②)'],
  ['Roman numeral', 't3.large nodes=Ⅱ', 'not-a-number(nodes=Ⅱ)'],
  ['exponent', 't3.large nodes=1e12', 'too-large(nodes=1e12)'],
  ['exponent before a unit', 't3.large 1e15 pods', 'too-large(1e15 pods)'],
  ['small exponent', 't3.large nodes=1e3', 'not-a-number(nodes=1e3)'],
  ['hexadecimal', 't3.large nodes=0x10', 'not-a-number(nodes=0x10)'],
  ['hexadecimal before a unit', 't3.large 0x10 nodes', 'not-a-number(0x10 nodes)'],
  ['underscore', 't3.large pods=1_000', 'not-a-number(pods=1_000)'],
  ['thousands', 't3.large 1,000 pods', 'not-a-number(1,000 pods)'],
  ['thousands after a space', 't3.large 1\u00a0000 pods', 'not-a-number(1\u00a0000 pods)'],
  ['plus sign', 't3.large nodes=+2', 'not-a-number(nodes=+2)'],
  ['minus zero', 't3.large pods=-0', 'not-a-number(pods=-0)'],
  ['hyphen as minus', 't3.large warm-ip=-1', 'not-a-number(warm-ip=-1)'],
  ['minus sign', 't3.large −2 nodes', 'not-a-number(−2 nodes)'],
  ['minus sign of a value', 't3.large warm-ip=−2', 'not-a-number(warm-ip=−2)'],
  ['decimal point', 't3.large 2.0 nodes', 'not-a-number(2.0 nodes)'],
  ['decimal comma', 't3.large nodes=2,5', 'not-a-number(nodes=2,5)'],
  ['leading point', 't3.large .5 nodes', 'not-a-number(.5 nodes)'],
  ['leading point of a value', 't3.large nodes=.5', 'not-a-number(nodes=.5)'],
  ['Infinity', 't3.large nodes=Infinity', 'not-a-number(nodes=Infinity)'],
  ['-Infinity before a unit', 't3.large -Infinity nodes', 'not-a-number(-Infinity nodes)'],
  ['NaN', 't3.large NaN pods', 'not-a-number(NaN pods)'],
  ['range', 't3.large 2-3 nodes', 'not-a-number(2-3 nodes)'],
  [
    'a fraction of two',
    't3.large 1/2 nodes',
    'number-without-unit(1) unknown-word(/2) value-missing(nodes)',
  ],
  ['trailing letters', 't3.large nodes=12abc', 'not-a-number(nodes=12abc)'],
  ['leading zeros', 't3.large nodes=0000000000000000000002', READ],
  ['empty value', 't3.large nodes=""', 'not-a-number(nodes="")'],
]

const BOMBS: Table = [
  ['nodes', 't3.large nodes=1000000000000', 'too-large(nodes=1000000000000)'],
  ['pods', 't3.large pods=1000000000000000', 'too-large(pods=1000000000000000)'],
  ['just above a limit', 't3.large nodes=100001', 'too-large(nodes=100001)'],
  ['400 digits', `t3.large nodes=${'9'.repeat(400)}`, `too-large(nodes=${'9'.repeat(400)})`],
  ['past 2⁵³', 't3.large pods=9007199254740993', 'too-large(pods=9007199254740993)'],
  ['the longest line', `t3.large${' '.repeat(LONGEST_LINE - 8)}`, 't3.large'],
  ['one character more', `t3.large${' '.repeat(LONGEST_LINE - 7)}`, 'line-too-long()'],
  ['40 KB', 'a'.repeat(40_000), 'line-too-long()'],
  ['10,000 tokens', '+ '.repeat(10_000), 'line-too-long()'],
]

const KEYS: Table = [
  [
    'names of the prototype',
    't3.large __proto__=1 constructor=2 toString=3 hasOwnProperty=4',
    'unknown-word(__proto__) unknown-word(constructor) unknown-word(toString) unknown-word(hasOwnProperty)',
  ],
  ['as a unit', 't3.large 2 constructor', 'number-without-unit(2) unknown-word(constructor)'],
  ['as a type', 'constructor.prototype', 'unknown-word(constructor.prototype) type-missing()'],
  ['as a switch', 't3.large prefix=constructor', 'not-a-switch(prefix=constructor)'],
  ['as a name', 't3.large as __proto__', 't3.large as __proto__'],
  ['twice', 't3.large nodes=2 nodes=3', 'repeated(nodes=3)'],
  ['twice in two spellings', 't3.large nodes=2 3 nœuds', 'repeated(3 nœuds)'],
]

const INVISIBLE: Table = [
  ['NUL', 't3.large 2 no\u0000des', 'refused-character(\u0000)'],
  ['NUL alone', '\u0000', 'refused-character(\u0000)'],
  [
    'escape sequence',
    't3.large \u001b[31m2 nodes',
    'refused-character(\u001b) not-a-number(31m2 nodes)',
  ],
  ['right-to-left override', 't3.large \u202e2 nodes', 'refused-character(\u202e)'],
  [
    'directional isolates',
    't3.large \u20662 nodes\u2069',
    'refused-character(\u2066) refused-character(\u2069)',
  ],
  ['high surrogate', 't3.large \ud800', 'refused-character(\ud800)'],
  ['low surrogate', 't3.large 2 nodes \udc00', 'refused-character(\udc00)'],
  ['neighbours together', 't3.large \u0001\u0002\u0003', 'refused-character(\u0001\u0002\u0003)'],
  ['inside quotes', 't3.large as "a\u202eb"', 'refused-character(\u202e)'],
  ['private use', 't3.large \ue000', 'refused-character(\ue000)'],
  ['tag characters', 't3.large \u{e0041}', 'refused-character(\u{e0041})'],
]

const MARKUP: Table = [
  ['entities', 't3.large &lt; &amp;', 'unknown-word(&lt) unknown-word(&amp)'],
  ['a link', 't3.large <http://a.b|a.b> 2 nodes', 'unknown-word(<http)'],
  ['a mention', 't3.large <@U1|ada>', 'unknown-word(<) unknown-word(@U1|ada>)'],
  ['a broadcast', 't3.large <!channel>', 'unknown-word(<) unknown-word(channel>)'],
  ['code', '`t3.large` `2 nodes`', READ],
  ['bold', '*t3.large* *2 nodes*', READ],
  ['a path', 't3.large ../../etc/passwd', 'unknown-word(/) unknown-word(/etc/passwd)'],
  [
    'SQL',
    "t3.large'; DROP TABLE",
    "unknown-word(t3.large') unknown-word(DROP) unknown-word(TABLE)",
  ],
]

describe.each([
  ['spaces', SPACES],
  ['look-alikes', LOOKALIKES],
  ['numbers', NUMBERS],
  ['bombs', BOMBS],
  ['keys', KEYS],
  ['invisible characters', INVISIBLE],
  ['markup', MARKUP],
])('%s', (_name, table) => {
  test.each(table)('%s', (_what, line, expected) => {
    expect(reading(line)).toBe(expected)
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined()
  })
})

describe('the work to split a text grows with its length only', () => {
  const PATTERNS = [
    'a',
    '1',
    ' ',
    '"',
    "'",
    '*',
    '.',
    ',',
    '=',
    '×',
    'a.',
    'a,1',
    '"a ',
    "'a",
    '\u0000',
    '🚀',
    'a = "b c" + 2x, ',
  ]

  /** How often characters are looked at: each look reads a code point of the text. */
  function looks(text: string): number {
    let count = 0
    const counted = new Proxy(new String(text), {
      get(target, name) {
        if (name === 'length') return text.length
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        return (...values: readonly unknown[]) => {
          count +=
            name === 'slice' ? Math.abs(Number(values[1] ?? text.length) - Number(values[0])) : 1
          return Reflect.apply(method, text, values) as unknown
        }
      },
    })
    // oxlint-disable-next-line no-unsafe-type-assertion -- a text that counts how often it is asked
    Array.from(tokenize(counted as unknown as string))
    return count
  }

  test.each(PATTERNS)('%j', (pattern) => {
    const [once, twice] = [looks(pattern.repeat(1_000)), looks(pattern.repeat(2_000))]
    expect(once).toBeGreaterThan(0)
    expect(twice / once).toBeLessThan(2.1)
  })
})
