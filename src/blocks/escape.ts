/**
 * Text for a field that Slack reads as mrkdwn, with the three characters that control it escaped
 * (docs.slack.dev/messaging/formatting-message-text): nothing in it becomes a mention or a link.
 */
export function escapeControl(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
