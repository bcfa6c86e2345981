import type { ReactNode } from 'react'

import { usePage } from './page-context.ts'

/** Uploaded files: images are shown, others are offered for download. */
export function FileList({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { files } = usePage().view
  return ids.map((id) => {
    const file = files.find((each) => each.id === id)
    if (file === undefined) return null
    const address = `/files/${file.id}/${encodeURIComponent(file.name)}`
    const title = file.title || file.name
    const isImage = file.mimeType.startsWith('image/')
    const opens = isImage ? { target: '_blank', rel: 'noreferrer' } : { download: file.name }
    return (
      <figure key={id} className="file">
        <figcaption>
          <a href={address} {...opens}>
            {title}
          </a>
        </figcaption>
        {isImage && <img src={address} alt={file.altText || title} />}
      </figure>
    )
  })
}
