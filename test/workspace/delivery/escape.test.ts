import { expect, test } from 'vitest'

import { escapeText } from '../../../src/workspace/delivery/escape.ts'
import { seed } from '../../../src/workspace/state/seed.ts'

test.each([
  ['plain words', 'plain words'],
  ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
  ['already &amp; escaped', 'already &amp;amp; escaped'],
  ['@ada asks', '<@U0ADA|ada> asks'],
  ['(@amelie) and @oliver', '(<@U0AMELIE|amelie>) and <@U0OLIVER|oliver>'],
  ['@nobody stays', '@nobody stays'],
  ['mail@ada is no mention', 'mail@ada is no mention'],
  ['in #capacity, run #39', 'in <#C0CAPACITY|capacity>, run #39'],
  ['@here look', '<!here> look'],
  ['see https://x.test/?a=1&b=2 now', 'see <https://x.test/?a=1&amp;b=2> now'],
  ['typed <@U0ADA> by hand', 'typed &lt;@U0ADA&gt; by hand'],
])('a command with %j carries %j', (typed, sent) => {
  expect(escapeText(seed, typed, 'with-names')).toBe(sent)
})

test('messages carry ids without names', () => {
  expect(escapeText(seed, '@ada in #capacity', 'ids-only')).toBe('<@U0ADA> in <#C0CAPACITY>')
})
