/** What Slack's codes mean to somebody who has just clicked. */
const meanings: Readonly<Record<string, string>> = {
  operation_timeout: 'the bot did not answer within 3 seconds',
  dispatch_failed: 'the bot could not be reached',
  http_service_error: 'the bot answered with an error',
  workspace_unreachable: 'the workspace does not answer; is it still running?',
  message_not_found: 'this message is gone',
  expired_trigger_id: 'the bot answered too late to open a form',
}

/** Says in words what went wrong, with Slack's code for those who look for it. */
export function describeFailure(error: string): string {
  const meaning = meanings[error]
  return meaning === undefined
    ? `That did not work: ${error}`
    : `That did not work: ${meaning} (${error})`
}
