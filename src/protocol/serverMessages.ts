/**
 * What the server and its client say to each other beyond the Language Server Protocol, with the decoders of each
 * message: both sides may be of different versions, so what arrives is decoded before it is used.
 */
import * as v from 'valibot';
import { type Decoded, decode } from './decode';
import type { ObjectiveSummary, ObjectiveView } from './objectives';
import { objectiveSummarySchema, objectiveViewSchema } from './objectiveViewSchema';

/** Server to client: the objectives of one document, each time they have been analysed; none when it has none left. */
export const OBJECTIVES_NOTIFICATION = 'objectiveLens/objectives';
export interface ObjectivesParams {
  readonly uri: string;
  readonly objectives: readonly ObjectiveSummary[];
}

/** Client to server: all that is known about one objective, or null when it is gone. */
export const OBJECTIVE_VIEW_REQUEST = 'objectiveLens/objectiveView';
export interface ObjectiveViewParams {
  readonly id: string;
}

/** Client to server: analyse every file of the workspace again; reports progress when given a token. */
export const ANALYZE_WORKSPACE_REQUEST = 'objectiveLens/analyzeWorkspace';
export interface AnalyzeWorkspaceResult {
  readonly files: number;
  /** How many of the files were analysed before the end or the cancellation. */
  readonly analyzed: number;
  readonly objectives: number;
  readonly inconsistent: number;
  readonly findings: number;
  readonly cancelled: boolean;
}

/** What the client tells the server when it starts it; an editor that passes nothing gets the plain defaults. */
export interface InitializationOptions {
  /** Address of the rules' page, to which `#` and the rule's id are appended. */
  readonly rulesPage?: string | undefined;
  /** Whether the client has the commands that hovers and lenses link to. */
  readonly commands?: boolean | undefined;
  /** Address of a folder of this workspace's own in which the server may keep results between sessions. */
  readonly storage?: string | undefined;
  /** Endings of files, without the dot, whose keys the editor completes and explains itself by the extension's schemas. */
  readonly schemaEndings?: readonly string[] | undefined;
}

/** Command that shows an objective's geometry; its only argument is the objective's id. */
export const SHOW_GEOMETRY_COMMAND = 'objectiveLens.showGeometry';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const objectivesParams: v.GenericSchema<unknown, ObjectivesParams> = v.object({
  uri: v.string(),
  objectives: v.array(objectiveSummarySchema),
});
const objectiveViewParams: v.GenericSchema<unknown, ObjectiveViewParams> = v.object({ id: v.string() });
const objectiveViewResult: v.GenericSchema<unknown, ObjectiveView | null> = v.nullable(objectiveViewSchema);
const analyzeWorkspaceResult: v.GenericSchema<unknown, AnalyzeWorkspaceResult> = v.object({
  files: count,
  analyzed: count,
  objectives: count,
  inconsistent: count,
  findings: count,
  cancelled: v.boolean(),
});
const initializationOptions: v.GenericSchema<unknown, InitializationOptions> = v.nullish(
  v.object({
    rulesPage: v.optional(v.string()),
    commands: v.optional(v.boolean()),
    storage: v.optional(v.string()),
    schemaEndings: v.optional(v.array(v.string())),
  }),
  {},
);

export const decodeObjectivesParams = (value: unknown): Decoded<ObjectivesParams> =>
  decode(objectivesParams, value);
export const decodeObjectiveViewParams = (value: unknown): Decoded<ObjectiveViewParams> =>
  decode(objectiveViewParams, value);
export const decodeObjectiveViewResult = (value: unknown): Decoded<ObjectiveView | null> =>
  decode(objectiveViewResult, value);
export const decodeAnalyzeWorkspaceResult = (value: unknown): Decoded<AnalyzeWorkspaceResult> =>
  decode(analyzeWorkspaceResult, value);
export const decodeInitializationOptions = (value: unknown): Decoded<InitializationOptions> =>
  decode(initializationOptions, value);
