import type { ReactNode } from 'react'

import { usePage } from './page-context.ts'

/** Uploaded files: images are shown, others are offered. */
export function FileList({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { files } = usePage().view
  return ids.map((id) => {
    const file = files.find((each) => each.id === id)
    if (file === undefined) return null
    const address = `/files/${file.id}/${encodeURIComponent(file.name)}`
    const title = file.title || file.name
    return (
      <figure key={id} className="file">
        <figcaption>
          <a href={address} target="_blank" rel="noreferrer">
            {title}
          </a>
        </figcaption>
        {file.mimeType.startsWith('image/') && <img src={address} alt={file.altText || title} />}
      </figure>
    )
  })
}
