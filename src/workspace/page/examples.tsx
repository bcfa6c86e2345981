import type { ReactNode } from 'react'

import type { ExampleGroup } from '../http/page-contract.ts'

/** Lines to try. A click puts one into the message box; nothing is sent by itself. */
export function Examples({
  groups,
  onChoose,
}: {
  readonly groups: readonly ExampleGroup[]
  readonly onChoose: (line: string, place: ExampleGroup['place']) => void
}): ReactNode {
  return (
    <div className="examples">
      {groups.map(({ title, about, place, lines }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          {about !== '' && <p>{about}</p>}
          <ul>
            {lines.map((line) => (
              <li key={line}>
                <button type="button" onClick={() => onChoose(line, place)}>
                  {line}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
