/** The JSON schemas that editors are given, by their file in `media/schemas/`; `npm run schemas` writes them. */
import { type JsonSchema, jsonSchema } from './jsonSchema';
import { OBJECTIVE_FILE_SHAPE } from './objectiveShape';
import { PROJECT_FILE_SHAPE } from './projectShape';

export const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  'objective-file.schema.json': jsonSchema(OBJECTIVE_FILE_SHAPE, 'Objective file of Objective Lens'),
  'project-file.schema.json': jsonSchema(PROJECT_FILE_SHAPE, 'Project file of Objective Lens'),
};
