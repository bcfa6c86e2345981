import type { CardBlock } from '@slack/types'
import type { ReactNode } from 'react'

import { Element } from './element.tsx'
import { usePage } from './page-context.ts'
import { Picture } from './picture.tsx'
import { Text } from './text.tsx'

/** A card: picture, title, words and up to three buttons. */
export function Card({ block }: { readonly block: CardBlock }): ReactNode {
  const { icon, title, subtitle, body, actions, block_id: blockId = '' } = block
  return (
    <article className="card">
      {block.hero_image && <Picture image={block.hero_image} />}
      <div className="card-head">
        {icon && <Picture image={icon} />}
        <div>
          {title && <Text object={title} />}
          {subtitle && <Text object={subtitle} />}
        </div>
      </div>
      {body && <Text object={body} />}
      {actions && (
        <div className="actions" role="group" aria-label={usePage().words.actions}>
          {actions.map((button, index) => (
            <Element
              key={button.action_id ?? index}
              element={button}
              slot={{ blockId, dispatches: true }}
            />
          ))}
        </div>
      )}
    </article>
  )
}
