/** Tells the measuring process where the bot listens, and how much CPU time it took when asked. */
export function serveMeasurement(url: string): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.(user + system)
  })
  process.on('SIGTERM', () => process.exit(0))
  process.on('disconnect', () => process.exit(0))
  process.send?.(url)
}
