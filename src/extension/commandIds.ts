/** The ids of the extension's commands, as package.json declares them. */
export { BIND_DATA_COMMAND } from '../protocol/dataMessages';
export { SHOW_GEOMETRY_COMMAND } from '../protocol/serverMessages';

export const ANALYZE_WORKSPACE_COMMAND = 'objectiveLens.analyzeWorkspace';
export const SHOW_RULE_COMMAND = 'objectiveLens.showRule';
export const SHOW_LOG_COMMAND = 'objectiveLens.showLog';
export const REVEAL_SOURCE_COMMAND = 'objectiveLens.revealSource';
export const NEW_OBJECTIVE_COMMAND = 'objectiveLens.newObjectiveFile';
