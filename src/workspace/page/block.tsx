import type { AnyBlock } from '@slack/types'
import type { ReactNode } from 'react'

import type { Words } from '../words/words.ts'
import { BlockBoundary, RawBlock } from './block-boundary.tsx'
import { Card } from './card.tsx'
import { Chart } from './chart.tsx'
import { Element } from './element.tsx'
import { drawEmoji } from './emoji.ts'
import { Picture } from './picture.tsx'
import { InputField } from './input-field.tsx'
import { asDrawnBlock, type DrawnBlock } from './known-block.ts'
import { LibraryBlock } from './library-block.tsx'
import { usePage } from './page-context.ts'
import { Section } from './section.tsx'
import { DataTable, PlainTable } from './table.tsx'
import { Mrkdwn, RichText, Text } from './text.tsx'

/** Draws blocks one below the other, each within its own boundary. */
export function DrawnBlocks({ blocks }: { readonly blocks: readonly AnyBlock[] }): ReactNode {
  return blocks.map((block, index) => (
    <BlockBoundary key={block.block_id ?? index} block={block}>
      <AnyDrawnBlock block={block} />
    </BlockBoundary>
  ))
}

function AnyDrawnBlock({ block }: { readonly block: AnyBlock }): ReactNode {
  const { words } = usePage()
  const drawn = asDrawnBlock(block)
  return drawn === undefined ? <RawBlock block={block} /> : draw(drawn, words)
}

function draw(block: DrawnBlock, words: Words): ReactNode {
  const blockId = block.block_id ?? ''
  switch (block.type) {
    case 'section':
      return <Section block={block} />
    case 'header':
      return <h3 className="header">{drawEmoji(block.text.text)}</h3>
    case 'divider':
      return <hr />
    case 'context':
      return (
        <div className="context">
          {block.elements.map((element, index) =>
            element.type === 'image' ? (
              <Picture key={index} image={element} />
            ) : (
              <Text key={index} object={element} />
            ),
          )}
        </div>
      )
    case 'actions':
    case 'context_actions':
      return (
        <div className="actions" role="group" aria-label={words.actions}>
          {block.elements.map((element, index) => (
            <Element
              key={element.action_id ?? index}
              element={element}
              slot={{ blockId, dispatches: true }}
            />
          ))}
        </div>
      )
    case 'input':
      return <InputField block={block} />
    case 'image':
      return (
        <figure>
          {block.title && <figcaption>{drawEmoji(block.title.text)}</figcaption>}
          <Picture image={block} />
        </figure>
      )
    case 'rich_text':
      return <RichText elements={block.elements} />
    case 'table':
      return <PlainTable block={block} />
    case 'data_table':
      return <DataTable block={block} />
    case 'data_visualization':
      return <Chart block={block} />
    case 'card':
      return <Card block={block} />
    case 'carousel':
      return (
        <div className="carousel" role="group" aria-label={words.cards} tabIndex={0}>
          {block.elements.map((card, index) => (
            <Card key={card.block_id ?? index} block={card} />
          ))}
        </div>
      )
    case 'container':
      return (
        <section className="container">
          {block.title && <h3>{drawEmoji(block.title.text)}</h3>}
          {block.rich_text_title && <RichText elements={block.rich_text_title.elements} />}
          {block.subtitle && <Text object={block.subtitle} />}
          <DrawnBlocks blocks={block.child_blocks} />
        </section>
      )
    case 'alert':
      return (
        <div className={`alert ${block.level ?? 'default'}`} role="note">
          <Text object={block.text} />
        </div>
      )
    case 'video':
      return (
        <p>
          {words.video}{' '}
          <Mrkdwn text={`<${block.title_url ?? block.video_url}|${block.title.text}>`} />
        </p>
      )
    case 'file':
      return (
        <p>
          {words.file} {block.external_id}
        </p>
      )
    case 'markdown':
    case 'plan':
    case 'task_card':
      return <LibraryBlock block={block} />
  }
}
