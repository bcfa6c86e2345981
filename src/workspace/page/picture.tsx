import type { ImageElement } from '@slack/types'
import type { ReactNode } from 'react'

import { usePage } from './page-context.ts'

/** An image by its address, or one that the bot has uploaded to the workspace. */
export function Picture({
  image,
}: {
  readonly image: Pick<ImageElement, 'alt_text'> & Source
}): ReactNode {
  const { words } = usePage()
  const address = useAddress(image)
  if (address === undefined) return <span className="lost">{words.image(image.alt_text)}</span>
  return <img src={address} alt={image.alt_text} />
}

type Source = {
  readonly image_url?: string
  readonly slack_file?: { readonly id?: string; readonly url?: string }
}

function useAddress({ image_url: url, slack_file: uploaded }: Source): string | undefined {
  const { view } = usePage()
  if (uploaded === undefined) return url
  const file = view.files.find(
    ({ id }) => id === uploaded.id || uploaded.url?.includes(`/${id}/`) === true,
  )
  return file && `/files/${file.id}/${encodeURIComponent(file.name)}`
}
