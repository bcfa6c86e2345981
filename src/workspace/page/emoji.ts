/** The emoji that stand in labels: buttons, options and headers. Their names are Slack's. */
const emoji: Readonly<Record<string, string>> = {
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  warning: '⚠️',
  information_source: 'ℹ️',
  bulb: '💡',
  arrow_up: '⬆️',
  arrow_down: '⬇️',
  bar_chart: '📊',
  chart_with_upwards_trend: '📈',
  mag: '🔍',
  thinking_face: '🤔',
  wave: '👋',
  tada: '🎉',
  eyes: '👀',
  lock: '🔒',
  pushpin: '📌',
  gear: '⚙️',
  hourglass_flowing_sand: '⏳',
  red_circle: '🔴',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
}

/** A label with the emoji that it names; unknown names stay as they are. */
export function drawEmoji(text: string): string {
  return text.replaceAll(/:([a-z0-9_+-]+):/g, (whole, name: string) => emoji[name] ?? whole)
}
