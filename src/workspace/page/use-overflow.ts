import { useEffect, useState } from 'react'

/** The edge of a cell (`.table td`): while no more than this is hidden, all that is written is seen. */
const edgePx = 12

/** On which sides something of an element is hidden. */
export type Overflow = { readonly left: boolean; readonly right: boolean }

/** Says where one could scroll sideways, also after a resize or a scroll. */
export function useOverflow(element: { readonly current: HTMLElement | null }): Overflow {
  const [overflow, setOverflow] = useState<Overflow>({ left: false, right: false })
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const update = () =>
      setOverflow((before) => {
        const next = overflowOf(current)
        return before.left === next.left && before.right === next.right ? before : next
      })
    const observer = new ResizeObserver(update)
    observer.observe(current)
    for (const child of current.children) observer.observe(child)
    current.addEventListener('scroll', update)
    return () => {
      observer.disconnect()
      current.removeEventListener('scroll', update)
    }
  }, [element])
  return overflow
}

function overflowOf({ scrollLeft, clientWidth, scrollWidth }: HTMLElement): Overflow {
  return { left: scrollLeft > edgePx, right: scrollWidth - clientWidth - scrollLeft > edgePx }
}
