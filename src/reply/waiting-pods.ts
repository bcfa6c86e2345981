import type { Figures } from '../allocation/waiting-pods.ts'

/** Pods without an address as a reply counts them: for want of space too. */
export function waitingPods({ pending, fit }: Figures): number {
  return pending + (fit?.pending ?? 0)
}
