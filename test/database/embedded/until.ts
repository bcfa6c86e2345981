import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until something is so, and fails when it is not after 15 seconds. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 15_000
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`After 15 s still not so: ${isSo.toString()}`)
    await sleep(25)
  }
}
