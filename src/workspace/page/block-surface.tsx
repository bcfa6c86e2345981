import type { AnyBlock } from '@slack/types'
import { useRef, useState, type ReactNode } from 'react'

import type { ElementValue, FormValues, Place } from '../http/page-contract.ts'
import { DrawnBlocks } from './block.tsx'
import { valuesOf, withValue } from './form-values.ts'
import { usePage } from './page-context.ts'
import { SurfaceContext, type Surface } from './surface.ts'

const noErrors = {}

/** Blocks with everything that using them needs. What users fill in is kept by the parent. */
export function BlockSurface({
  blocks,
  place,
  channelId,
  chosen,
  onChoose,
  errors = noErrors,
}: {
  readonly blocks: readonly AnyBlock[]
  readonly place: Place
  readonly channelId: string
  readonly chosen: FormValues
  readonly onChoose: (change: (chosen: FormValues) => FormValues) => void
  readonly errors?: Readonly<Record<string, string>>
}): ReactNode {
  const uses = useUses(place)
  const values = valuesOf(blocks, chosen, channelId)
  const surface: Surface = {
    place,
    channelId,
    values,
    errors,
    setValue: (blockId, actionId, value) =>
      onChoose((before) => withValue(before, blockId, actionId, value)),
    use: (blockId, actionId, value) => {
      const form = value === undefined ? values : withValue(values, blockId, actionId, value)
      uses.start({ blockId, actionId, value, form })
    },
    isBusy: uses.isBusy,
  }
  return (
    <SurfaceContext value={surface}>
      <DrawnBlocks blocks={blocks} />
    </SurfaceContext>
  )
}

/** Blocks that keep what users fill in by themselves: those of a message or a Home. */
export function OwnBlockSurface(props: {
  readonly blocks: readonly AnyBlock[]
  readonly place: Place
  readonly channelId: string
}): ReactNode {
  const [chosen, setChosen] = useState<FormValues>({})
  return <BlockSurface {...props} chosen={chosen} onChoose={setChosen} />
}

type Use = {
  readonly blockId: string
  readonly actionId: string
  readonly value: ElementValue | undefined
  readonly form: FormValues
}

/** The uses under way. A second click on the same element is dropped until the first is answered. */
function useUses(place: Place) {
  const { act } = usePage()
  const underWay = useRef(new Set<string>())
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  async function start(use: Use) {
    const key = keyOf(use.blockId, use.actionId)
    if (underWay.current.has(key)) return
    underWay.current.add(key)
    setBusy(new Set(underWay.current))
    await act('click', { place, ...use })
    underWay.current.delete(key)
    setBusy(new Set(underWay.current))
  }
  return {
    start: (use: Use) => void start(use),
    isBusy: (blockId: string, actionId: string) => busy.has(keyOf(blockId, actionId)),
  }
}

function keyOf(blockId: string, actionId: string): string {
  return JSON.stringify([blockId, actionId])
}
