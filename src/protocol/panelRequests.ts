/**
 * What the panel asks of the extension, by name, with the decoders of question and answer. The extension answers some by
 * itself (files, clipboard, edits) and hands the others on to the server; both ends read this one table.
 */
import * as v from 'valibot';
import { apply } from './requests/apply';
import { chooseFile } from './requests/chooseFile';
import { design, readTarget } from './requests/design';
import { objectiveOf, objectives } from './requests/objectives';
import { copy, save } from './requests/takeAway';
import { verdicts } from './requests/verdicts';
import { whatIf } from './requests/whatIf';

export const PANEL_REQUESTS = {
  'what-if': whatIf,
  verdicts,
  apply,
  objectives,
  objective: objectiveOf,
  design,
  'read-target': readTarget,
  'choose-file': chooseFile,
  save,
  copy,
} as const;

export type PanelRequestName = keyof typeof PANEL_REQUESTS;
export type Ask<N extends PanelRequestName> = v.InferOutput<(typeof PANEL_REQUESTS)[N]['ask']>;
export type Answer<N extends PanelRequestName> = v.InferOutput<(typeof PANEL_REQUESTS)[N]['answer']>;

export const requestName: v.GenericSchema<unknown, PanelRequestName> = v.picklist(
  Object.keys(PANEL_REQUESTS) as [PanelRequestName, ...PanelRequestName[]],
);
