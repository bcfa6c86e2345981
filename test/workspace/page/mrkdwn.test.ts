import { describe, expect, test } from 'vitest'

import { parseMrkdwn, type Piece } from '../../../src/workspace/page/mrkdwn.ts'

/** A tree in one line: text as it is, everything else as kind(…). */
function write(pieces: readonly Piece[]): string {
  return pieces.map(writePiece).join('')
}

function writePiece(piece: Piece): string {
  if (piece.kind === 'text') return piece.text
  const { kind, ...parts } = piece
  const inside = Object.values(parts).map((part) =>
    Array.isArray(part) ? write(part) : String(part),
  )
  return `${kind}(${inside.join(' ')})`
}

describe('mrkdwn', () => {
  test.each([
    ['plain', 'plain'],
    ['*bold* and _italic_ and ~gone~', 'bold(bold) and italic(italic) and strike(gone)'],
    ['*bold with _italic_ in it*', 'bold(bold with italic(italic) in it)'],
    ['`*code*` stays', 'code(*code*) stays'],
    ['2*3*4 is no bold', '2*3*4 is no bold'],
    ['WARM_IP_TARGET has no italics', 'WARM_IP_TARGET has no italics'],
    ['* spaced * stays', '* spaced * stays'],
    ['*a* *b*', 'bold(a) bold(b)'],
    ['*two\nlines*', '*twobreak()lines*'],
    ['a\nb', 'abreak()b'],
    ['a ```\n*code*\n``` b', 'a fence(*code*) b'],
    ['&gt; quoted\nnot', 'quote(quoted)not'],
    ['a &lt;b&gt; &amp;amp;', 'a <b> &amp;'],
    ['<@U1> in <#C1|capacity>', 'user(U1) in channel(C1)'],
    ['<!here> <!date^1^{date}|Monday>', 'broadcast(here) Monday'],
    ['<https://x.test/?a=1&amp;b=2|here>', 'link(https://x.test/?a=1&b=2 here)'],
    ['<https://x.test>', 'link(https://x.test https://x.test)'],
    [':x: 10:30:00', 'emoji(x) 10emoji(30)00'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['', ''],
  ])('%j is read as %j', (text, tree) => {
    expect(write(parseMrkdwn(text))).toBe(tree)
  })
})
