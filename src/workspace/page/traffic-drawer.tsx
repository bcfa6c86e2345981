import { useEffect, useState, type ReactNode } from 'react'

import type { TrafficEntry } from '../http/page-contract.ts'
import { followTraffic } from './connection.ts'
import { usePage } from './page-context.ts'
import { prettyBody } from './pretty-body.ts'

/** What goes between workspace and bot, as it goes: request, proof of origin, answer, time. */
export function TrafficDrawer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { words } = usePage()
  const [entries, setEntries] = useState<readonly TrafficEntry[]>([])
  useEffect(() => followTraffic((entry) => setEntries((before) => withEntry(before, entry))), [])
  return (
    <aside className="traffic" aria-label={words.rawTraffic}>
      <header className="pane-head">
        <h2>{words.rawTraffic}</h2>
        <span className="soft">{words.newestFirst}</span>
        <button
          type="button"
          className="button sign"
          aria-label={words.closeTraffic}
          onClick={onClose}
        >
          ×
        </button>
      </header>
      <div className="entries">
        {entries.length === 0 && <p className="soft">{words.nothingSent}</p>}
        {entries.toReversed().map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </div>
    </aside>
  )
}

function Entry({ entry }: { readonly entry: TrafficEntry }) {
  const { direction, transport, name, proof, status, durationMs, headers, body, answer } = entry
  const { me, words } = usePage()
  const time = new Date(entry.atMs).toLocaleTimeString(me.locale, {
    hourCycle: 'h23',
    fractionalSecondDigits: 3,
  })
  const isBad = proof.endsWith('refused') || (status !== null && status >= 400)
  return (
    <details className={isBad ? 'entry bad' : 'entry'}>
      <summary>
        <span aria-hidden="true">{direction === 'to the bot' ? '→' : '←'}</span>
        <span className="unseen">{words.directions[direction]}</span>
        <b>{name}</b>
        <span className="soft">{transport}</span>
        <span className={proof.endsWith('accepted') ? 'good' : 'soft'}>{words.proofs[proof]}</span>
        <span>{status ?? '…'}</span>
        <span className="soft">
          {durationMs === null ? words.waiting : `${Math.round(durationMs)} ms`}
        </span>
        <time className="soft">{time}</time>
      </summary>
      <h3>{words.headers}</h3>
      <dl>
        {Object.entries(headers).map(([header, value]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.request}</h3>
      <pre tabIndex={0}>{prettyBody(body) || words.empty}</pre>
      <h3>{words.answer}</h3>
      <pre tabIndex={0}>{answer === null ? words.awaited : prettyBody(answer) || words.empty}</pre>
    </details>
  )
}

/** An entry that is known already gets its answer in place. */
function withEntry(entries: readonly TrafficEntry[], entry: TrafficEntry): readonly TrafficEntry[] {
  if (!entries.some(({ id }) => id === entry.id)) return [...entries, entry]
  return entries.map((each) => (each.id === entry.id ? entry : each))
}
