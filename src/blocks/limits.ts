/**
 * What Slack takes in one message, from its Block Kit reference
 * (docs.slack.dev/reference/block-kit); where its pages disagree, the smaller number.
 */
export const SLACK_LIMITS = {
  blocks: 50,
  /** Characters of all blocks of a message together; measured, not documented: bolt-js issue 2509. */
  blocksText: 13_200,
  charts: 2,
  /** Characters of one text, kept to what a section takes. */
  text: 3_000,
  tableRows: 100,
  /** Characters of all cells of a message's tables together. */
  tableText: 10_000,
  chartTitle: 50,
  /** Names of series, and what stands below a point. */
  chartName: 20,
  chartAxis: 50,
  chartSeries: 6,
  chartPoints: 20,
  /** The title of a modal, and its buttons. */
  viewTitle: 24,
  /** What a modal carries for us. */
  viewMetadata: 3_000,
  buttonText: 75,
  buttonValue: 2_000,
  /** Options of an overflow menu. */
  menuOptions: 5,
  /** Text and value of an option. */
  optionText: 75,
  /** Top-level text, for notifications and screen readers; Slack cuts at 40,000. */
  messageText: 3_000,
} as const
