/**
 * The CPU time it takes to read a line: how the time to split a text grows up to 1 MB, and the time of
 * the longest legal lines and of the worst ones, each beside its goal. Exit code 1 where one is missed.
 *
 *   npm run bench:command
 */
import { LONGEST_LINE, parse } from '../src/command/parse.ts'
import { tokenize, type Token } from '../src/command/tokenize.ts'

const LINE = 't3.2xlarge 2 nodes 27 pods “prod blue” WARM_IP_TARGET: "2", 2×m5.large — 1,000 · '
const SIZES = [65_536, 131_072, 262_144, 524_288, 1_048_576]

const LINES: Readonly<Record<string, string>> = {
  'an everyday line': 't3.2xlarge 2 nodes 27 pods warm-ip=2',
  'twenty full groups': Array.from(
    { length: 20 },
    () =>
      'm5.24xlarge 1000 nodes 20000 pods warm-eni=2 warm-ip=5 min-ip=10 warm-prefix=2 prefix max-eni=9 ' +
      'custom-net max-pods=250 managed daemonset=5 host-net=4 attached=2 unmanaged=1',
  ).join(' + '),
  'a search': 'history mine here "prod blue" type=m5.large since 2026-11-01 pinned before #30',
  'a change': 'what-if #42 40 pods warm-ip=default + c5.xlarge 2 nodes quiet',
  'searches for misspelt types': `history ${fill('m5.2xlagre ')}`.slice(0, LONGEST_LINE),
  'too many runs': `compare ${fill('#42 ')}`.slice(0, LONGEST_LINE),
  'misspelt settings': `settings ${fill('langage=fr ')}`.slice(0, LONGEST_LINE),
  'misspelt words': fill('warmipss '),
  'misspelt types': fill('m5.2xlagre '),
  'bare numbers': fill('2 '),
  'plus signs': fill('+'),
  'French words without a meaning here': `m5.large ${fill('à ')}`.slice(0, LONGEST_LINE),
  'open quotes': fill('\' " '),
  'too long by one': 'a'.repeat(LONGEST_LINE + 1),
}

/** Twice the text may take so many times as long. */
const MOST_GROWTH = 2.5

/** Milliseconds for any legal line. */
const LONGEST_TIME = 5

let isMissed = false

console.log(
  `Splitting a text; goal: at most × ${MOST_GROWTH} for twice the text, by the fastest of each.`,
)
let before = 0
for (const size of SIZES) {
  const text = LINE.repeat(Math.ceil(size / LINE.length)).slice(0, size)
  const { fastest, spread } = milliseconds(() => lastToken(text))
  const growth = fastest / before
  const verdict = before === 0 ? '' : `× ${growth.toFixed(2)} ${judged(growth <= MOST_GROWTH)}`
  console.log(`${String(size).padStart(9)} characters ${spread} ${verdict}`)
  before = fastest
}
console.log(`Reading a line; goal: a median of at most ${LONGEST_TIME} ms for one that is read.`)
for (const [what, line] of Object.entries(LINES)) {
  const { median, spread } = milliseconds(() => parse(line))
  const verdict = parse(line).ok ? judged(median <= LONGEST_TIME) : 'refused'
  console.log(`${spread} ${verdict} ${what} (${line.length} characters)`)
}
process.exitCode = isMissed ? 1 : 0

function judged(isReached: boolean): string {
  isMissed ||= !isReached
  return isReached ? 'reached' : 'missed '
}

function fill(piece: string): string {
  return piece.repeat(Math.floor(LONGEST_LINE / piece.length))
}

/** Takes each token as it comes: an array of all of them would measure the heap as well. */
function lastToken(text: string): Token | undefined {
  let last: Token | undefined
  for (const token of tokenize(text)) last = token
  return last
}

/** The CPU time of a call, after a few that warm up: the median, and the fastest and the slowest beside it. */
function milliseconds(call: () => unknown) {
  const times = Array.from({ length: 35 }, () => {
    const start = process.cpuUsage()
    call()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
    .slice(10)
    .toSorted((a, b) => a - b)
  const [fastest = 0, median = 0, slowest = 0] = [0, 12, 24].map((place) => times[place])
  const spread = `${median.toFixed(2).padStart(8)} ms (${fastest.toFixed(2)} to ${slowest.toFixed(2)})`
  return { fastest, median, spread }
}
