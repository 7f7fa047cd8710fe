/** The door of the Python parser, for those who load it. */
export { loadPythonParser } from './python/parser';
