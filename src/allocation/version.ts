/**
 * Version of the allocation rules. It is stored with every plan and goes up whenever any scenario
 * would get another figure, so that an older plan is known for what it is.
 */
export const ENGINE_VERSION = 1
