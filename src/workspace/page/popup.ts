import { useEffect, useLayoutEffect, useState, type CSSProperties, type RefObject } from 'react'

/** The most that a popup may take of the window's height, in pixels. */
const maximumHeightPx = 320

/**
 * Where a popup goes: below its anchor or, where there is more room, above it. It is fixed to the
 * window, so that no scrolling box around it cuts it off.
 */
export function usePlacement(
  anchor: RefObject<HTMLElement | null>,
  isOpen: boolean,
  width: 'as anchor' | 'own' = 'as anchor',
): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({})
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    const update = () => {
      const box = anchor.current?.getBoundingClientRect()
      if (box !== undefined) setStyle(placeBy(box, width))
    }
    update()
    window.addEventListener('scroll', update, true)
    window.addEventListener('resize', update)
    return () => {
      window.removeEventListener('scroll', update, true)
      window.removeEventListener('resize', update)
    }
  }, [anchor, isOpen, width])
  return style
}

function placeBy(box: DOMRect, width: 'as anchor' | 'own'): CSSProperties {
  const below = window.innerHeight - box.bottom
  const isAbove = below < Math.min(maximumHeightPx, box.top)
  const room = Math.min(maximumHeightPx, (isAbove ? box.top : below) - 12)
  const vertical = isAbove ? { bottom: window.innerHeight - box.top + 4 } : { top: box.bottom + 4 }
  const isRight = width === 'own' && box.left > window.innerWidth / 2
  const horizontal = isRight ? { right: window.innerWidth - box.right } : { left: box.left }
  const size = width === 'own' ? {} : { width: box.width }
  return { position: 'fixed', maxHeight: room, ...vertical, ...horizontal, ...size }
}

/** Calls back when somebody presses outside of an element. */
export function useOutsidePress(
  inside: RefObject<HTMLElement | null>,
  isOpen: boolean,
  close: () => void,
): void {
  useEffect(() => {
    if (!isOpen) return undefined
    const listen = (event: PointerEvent) => {
      const isInside = event.target instanceof Node && inside.current?.contains(event.target)
      if (isInside !== true) close()
    }
    document.addEventListener('pointerdown', listen)
    return () => document.removeEventListener('pointerdown', listen)
  }, [inside, isOpen, close])
}
