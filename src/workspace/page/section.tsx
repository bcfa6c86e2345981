import type { SectionBlock } from '@slack/types'
import type { ReactNode } from 'react'

import { Element } from './element.tsx'
import { Picture } from './picture.tsx'
import { Text } from './text.tsx'

/** A text, fields in two columns, and something at its side. */
export function Section({ block }: { readonly block: SectionBlock }): ReactNode {
  const { text, fields, accessory, block_id: blockId = '' } = block
  return (
    <div className="section">
      <div className="words">
        {text && <Text object={text} />}
        {fields && (
          <div className="fields">
            {fields.map((field, index) => (
              <Text key={index} object={field} />
            ))}
          </div>
        )}
      </div>
      {accessory?.type === 'image' && <Picture image={accessory} />}
      {accessory && accessory.type !== 'image' && (
        <Element element={accessory} slot={{ blockId, dispatches: true }} />
      )}
    </div>
  )
}
