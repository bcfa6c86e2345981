/**
 * The CPU time it takes to read a line: how the time to split a text grows up to 1 MB, and the time of
 * the longest legal lines and of the worst ones.
 *
 *   npx tsx bench/command.ts
 */
import { LONGEST_LINE, parse } from '../src/command/parse.ts'
import { tokenize } from '../src/command/tokenize.ts'

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
  'open quotes': fill('\' " '),
  'too long by one': 'a'.repeat(LONGEST_LINE + 1),
}

console.log('tokenize')
let before = 0
for (const size of SIZES) {
  const text = LINE.repeat(Math.ceil(size / LINE.length)).slice(0, size)
  const time = milliseconds(() => tokenize(text))
  const growth = before > 0 ? `× ${(time / before).toFixed(2)} for twice the text` : ''
  console.log(`${String(size).padStart(9)} characters ${time.toFixed(1).padStart(7)} ms ${growth}`)
  before = time
}
console.log('parse')
for (const [what, line] of Object.entries(LINES)) {
  const time = milliseconds(() => parse(line)).toFixed(2)
  const verdict = parse(line).ok ? 'read' : 'refused'
  console.log(`${time.padStart(8)} ms ${what} (${line.length} characters, ${verdict})`)
}

function fill(piece: string): string {
  return piece.repeat(Math.floor(LONGEST_LINE / piece.length))
}

/** The CPU time of a call: the median of some, after a few that warm up. */
function milliseconds(call: () => unknown): number {
  const times = Array.from({ length: 25 }, () => {
    const start = process.cpuUsage()
    call()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  }).slice(5)
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
